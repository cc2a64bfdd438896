package org.plainclaim.cli.rules;

import java.util.Map;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.browse.CellWords;
import org.plainclaim.rules.browse.Entry;
import org.plainclaim.rules.browse.RowWords;

/** All of a row. */
record WholeRow(Page page) implements RowBlock {
    private static final String INDENT = "    ";
    private static final int NAMES = 12;

    @Override
    public void print(Entry entry) {
        RowWords words = new RowWords(entry.schema(), CellWords.inFull());
        Row row = entry.row();
        page.line("  " + Title.of(entry));
        each("if", words.conditions(row), "always");
        each("then", words.results(row), "nothing more");
        RowWords.about(row).forEach((name, text) -> page.wrapped(heading(name), text));
        page.wrapped(heading("file"), row.origin());
        Row base = entry.replaced();
        if (base != null) {
            each("base says", words.otherwise(row, base), "the same");
        }
    }

    private void each(String name, Map<String, String> words, String otherwise) {
        if (words.isEmpty()) {
            page.line(heading(name) + otherwise);
        }
        String heading = heading(name);
        for (Map.Entry<String, String> word : words.entrySet()) {
            page.wrapped(heading + word.getKey() + " ", word.getValue());
            heading = heading("");
        }
    }

    private static String heading(String name) {
        return INDENT + name + " ".repeat(NAMES - name.length());
    }
}
