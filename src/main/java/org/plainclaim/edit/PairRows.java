package org.plainclaim.edit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** Finds the row that speaks of two procedure codes: of a loaded release if it has the pair, else of the tables. */
public final class PairRows {
    /** The indicator of a row that says that the two are no pair. */
    public static final String LIFTED = NationalRows.LIFTED;

    private final Table table;
    private final NationalRows national;

    public PairRows(RuleBook book) {
        this.table = book.table(EditTables.PAIRS);
        this.national = new NationalRows(book);
    }

    /** The row of a first and a second code on a date; empty if none speaks of them in this order. */
    public Optional<Row> find(String one, String two, LocalDate date) {
        Optional<Row> shipped = shipped(one, two, date);
        if (!national.hasPairs(date)) {
            return shipped;
        }
        Row own = shipped.or(() -> shipped(two, one, date)).orElse(null);
        Optional<Row> loaded = national.pair(one, two, date, own);
        return loaded.isPresent() || national.pair(two, one, date, own).isPresent() ? loaded : shipped;
    }

    private Optional<Row> shipped(String one, String two, LocalDate date) {
        if (table.rowsOf(one).isEmpty()) {
            return Optional.empty();
        }
        Situation facts = Situation.of(
                Map.of("column-one", new Fact<>(one, List.of()), "column-two", new Fact<>(two, List.of())));
        return table.first(facts, date);
    }
}
