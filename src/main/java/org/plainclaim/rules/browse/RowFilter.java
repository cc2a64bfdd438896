package org.plainclaim.rules.browse;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.Row;

/**
 * What a row must have; null asks nothing.
 *
 * @param table file of its table
 * @param rule its id
 * @param code a value in the list of one of its cells, whatever the column
 * @param text a part of its id, a cell or its source
 */
public record RowFilter(@Nullable String table, @Nullable String rule, @Nullable String code, @Nullable String text) {
    public boolean isOpen() {
        return table == null && rule == null && code == null && text == null;
    }

    public boolean wants(Entry entry) {
        return (table == null || table.equals(entry.schema().file())) && entry.either(this::wants);
    }

    private boolean wants(Row row) {
        return (rule == null || rule.equalsIgnoreCase(row.rule()))
                && (code == null || names(row, code))
                && (text == null || says(row, text));
    }

    private static boolean names(Row row, String code) {
        Stream<String> conditions = row.conditions().stream().flatMap(cell -> cell.oneOf().stream());
        Stream<String> results = row.results().texts().stream().flatMap(cell -> ListCell.of(cell).values().stream());
        return Stream.concat(conditions, results).anyMatch(code::equalsIgnoreCase);
    }

    private static boolean says(Row row, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Stream<String> own = Stream.of(row.rule(), row.source().citation());
        Stream<String> cells =
                Stream.concat(row.conditions().stream().map(cell -> cell.text()), row.results().texts().stream());
        return Stream.concat(own, cells)
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
