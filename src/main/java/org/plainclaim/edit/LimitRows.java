package org.plainclaim.edit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Table;

/** Finds the row that says how many units of a code are paid: of the tables, unless a loaded release decides. */
public final class LimitRows {
    /** The adjudication indicators of limits that count over the whole day. */
    private static final Set<String> PER_DAY = Set.of("2", "3");

    private final Table table;
    private final NationalRows national;

    public LimitRows(RuleBook book) {
        this.table = book.table(EditTables.UNIT_LIMITS);
        this.national = new NationalRows(book);
    }

    /** The row of a code on a date; empty if there is no limit. */
    public Optional<Row> find(String code, LocalDate date) {
        Optional<Row> shipped = table.named(code, date);
        return national.units(code, date, shipped.orElse(null)).or(() -> shipped);
    }

    /** True if the units of the whole day count, not those of one line. */
    public static boolean ofTheDay(Row limit) {
        return PER_DAY.contains(limit.result("mai"));
    }
}
