package org.plainclaim.cli.rules;

import java.util.TreeSet;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Table;
import org.plainclaim.rules.browse.BookRows;
import org.plainclaim.rules.browse.RuleQuery;

/** What there is to ask about. */
final class Overview {
    private final Page page;
    private final RuleLibrary library;

    Overview(Page page, RuleLibrary library) {
        this.page = page;
        this.library = library;
    }

    void print(RuleQuery query) {
        page.line("Release " + library.release().version());
        page.line("Digest " + library.release().digest());
        page.line("");
        page.line("Payers");
        new TreeSet<>(library.payers()).forEach(payer -> payer(payer, query));
        page.line("");
        page.line("Tables: rows in force on " + query.date() + " for payer "
                + query.book().payer());
        new BookRows(query.book()).tables().forEach(table -> table(table, query));
    }

    private void payer(String payer, RuleQuery query) {
        library.book(payer).ifPresent(book -> {
            long differ = differences(book, query);
            page.line("  " + payer + (differ == 0 ? "" : " (rows that differ from base: " + differ + ")"));
        });
    }

    private long differences(RuleBook book, RuleQuery query) {
        return new BookRows(book)
                .differencesFrom(library.base()).stream()
                        .filter(entry -> entry.inForce(query.date()))
                        .count();
    }

    private void table(Table table, RuleQuery query) {
        long rows = table.rows().stream()
                .filter(row -> row.period().contains(query.date()))
                .count();
        page.line(String.format("  %6d  %s", rows, table.schema().file()));
    }
}
