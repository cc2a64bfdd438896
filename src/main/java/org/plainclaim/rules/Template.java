package org.plainclaim.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell's text with places to fill, written {@code {column}}, taken apart once. */
public final class Template {
    private final String text;
    private final String[] between;
    private final Column[] columns;

    private Template(String text, List<String> between, List<Column> columns) {
        this.text = text.intern();
        this.between = between.toArray(String[]::new);
        this.columns = columns.toArray(Column[]::new);
    }

    /** A text with its places. */
    public static Template of(String text) {
        List<String> between = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        int from = 0;
        int open = text.indexOf('{');
        int close = text.indexOf('}', open + 1);
        while (open >= 0 && close >= 0) {
            between.add(text.substring(from, open));
            columns.add(Column.of(text.substring(open + 1, close)));
            from = close + 1;
            open = text.indexOf('{', from);
            close = text.indexOf('}', open + 1);
        }
        between.add(text.substring(from));
        return new Template(text, between, columns);
    }

    /** The text as written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Template template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text with the value of a fact in every place; {@code unknown} where nobody stated one. */
    public String fill(Situation situation) {
        if (columns.length == 0) {
            return text;
        }
        return switch (columns.length) {
            case 1 -> between[0] + value(0, situation) + between[1];
            case 2 -> between[0] + value(0, situation) + between[1] + value(1, situation) + between[2];
            default -> joined(situation);
        };
    }

    private String joined(Situation situation) {
        StringBuilder filled = new StringBuilder(text.length() * 2);
        for (int i = 0; i < columns.length; i++) {
            filled.append(between[i]).append(value(i, situation));
        }
        return filled.append(between[columns.length]).toString();
    }

    private String value(int place, Situation situation) {
        Object value = situation.fact(columns[place]).value();
        return value == null ? "unknown" : value.toString();
    }
}
