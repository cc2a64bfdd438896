package org.plainclaim.cli.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plainclaim.rules.Release;
import org.plainclaim.rules.browse.Change;
import org.plainclaim.rules.browse.Entry;
import org.plainclaim.rules.browse.RuleQuery;

/** Rows for people, under headings. */
final class ReadableRows implements RowPrinter {
    private static final int DIGITS = 12;

    private final Page page;
    private final RuleQuery query;
    private final boolean explain;

    ReadableRows(Page page, RuleQuery query, boolean explain) {
        this.page = page;
        this.query = query;
        this.explain = explain;
    }

    @Override
    public void print(List<Entry> entries) {
        boolean whole = explain || entries.size() == 1;
        RowBlock block = whole ? new WholeRow(page) : new ShortRow(page, query);
        Release release = query.book().release();
        page.line("Payer " + query.book().payer() + ", date of service " + query.date() + ", release "
                + release.version() + " " + release.digest().substring(0, DIGITS));
        Map<String, List<Entry>> groups =
                entries.stream().collect(Collectors.groupingBy(this::heading, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((heading, rows) -> {
            page.line("");
            page.line(heading);
            rows.forEach(block::print);
        });
        page.line("");
        page.wrapped("", count(entries.size()) + (whole ? "" : " --explain prints all of each.") + limits());
    }

    private String heading(Entry entry) {
        Change change = entry.change();
        if (change == null) {
            return entry.schema().file();
        }
        return change.starts() ? "First day " + change.date() : "Last day " + change.date();
    }

    private static String count(int rows) {
        return rows == 1 ? "1 row." : rows + " rows.";
    }

    /** A row without a condition on the code holds for every code, and is not found by one. */
    private String limits() {
        return query.filter().code() == null
                ? ""
                : " Rows that name no code may hold for this one too; they are not listed.";
    }
}
