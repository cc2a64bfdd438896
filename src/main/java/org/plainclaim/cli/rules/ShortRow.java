package org.plainclaim.cli.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.browse.CellWords;
import org.plainclaim.rules.browse.Entry;
import org.plainclaim.rules.browse.RowWords;
import org.plainclaim.rules.browse.RuleQuery;

/** A row in short: every condition, and a line with what is most of use in what follows from them. */
final class ShortRow implements RowBlock {
    private static final String INDENT = "      ";
    private static final String SURE = "confirmed";

    private final Page page;
    private final CellWords cells;
    private final LocalDate date;

    ShortRow(Page page, RuleQuery query) {
        this.page = page;
        this.cells = CellWords.inShort(query.filter().code());
        this.date = query.date();
    }

    @Override
    public void print(Entry entry) {
        RowWords words = new RowWords(entry.schema(), cells);
        Row row = entry.row();
        Map<String, String> conditions = words.conditions(row);
        String when = conditions.isEmpty() ? "always" : "if " + joined(conditions, " and ");
        page.wrapped("  " + Title.of(entry) + remarks(row) + ": ", INDENT, when);
        String results = results(words, row);
        if (!results.isEmpty()) {
            page.cut(INDENT + results);
        }
        Row base = entry.replaced();
        if (base != null) {
            page.cut(INDENT + "base says: " + joined(words.otherwise(row, base), "; "));
        }
    }

    /** What would make somebody look twice. */
    private String remarks(Row row) {
        List<String> remarks = new ArrayList<>();
        if (!row.source().confidence().equals(SURE)) {
            remarks.add(row.source().confidence());
        }
        LocalDate from = row.period().from();
        if (from != null && from.isAfter(date)) {
            remarks.add("from " + from);
        }
        LocalDate to = row.period().to();
        if (to != null) {
            remarks.add("until " + to);
        }
        return remarks.isEmpty() ? "" : " [" + String.join(", ", remarks) + "]";
    }

    /** The results that are values, and the first that is a sentence. */
    private static String results(RowWords words, Row row) {
        String values = joined(words.values(row), ", ");
        String sentence = words.sentences(row).values().stream().findFirst().orElse("");
        return values + (values.isEmpty() || sentence.isEmpty() ? "" : ": ") + sentence;
    }

    private static String joined(Map<String, String> words, String between) {
        return words.entrySet().stream()
                .map(word -> word.getKey() + " " + word.getValue())
                .collect(Collectors.joining(between));
    }
}
