package org.plainclaim.replay;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.rules.Release;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Table;

/** The rules of one date, for sessions of any date; which codes are valid is still told by the date of service. */
final class RulesAsOf {
    private static final EffectivePeriod ALWAYS = new EffectivePeriod(null, null);

    private final LocalDate date;
    private final IdentityHashMap<Row, Row> rows = new IdentityHashMap<>();

    private RulesAsOf(LocalDate date) {
        this.date = date;
    }

    static RuleLibrary of(RuleLibrary library, LocalDate date) {
        RulesAsOf frozen = new RulesAsOf(date);
        Release release = new Release(
                library.release().version() + " as of " + date,
                library.release().digest());
        Map<String, RuleBook> books = new HashMap<>();
        for (String payer : library.payers()) {
            RuleBook book = library.book(payer).orElseThrow();
            Map<String, Table> tables = new HashMap<>();
            book.tables().forEach((file, table) -> tables.put(file, frozen.table(table)));
            books.put(payer, new RuleBook(payer, tables, book.codes(), release));
        }
        return new RuleLibrary(books, release);
    }

    private Table table(Table table) {
        return new Table(
                table.schema(),
                table.rows(date).stream()
                        .map(row -> rows.computeIfAbsent(row, RulesAsOf::always))
                        .toList());
    }

    private static Row always(Row row) {
        return new Row(row.source(), ALWAYS, row.conditions(), row.results(), row.origin());
    }
}
