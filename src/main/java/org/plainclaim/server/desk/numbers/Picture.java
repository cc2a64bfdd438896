package org.plainclaim.server.desk.numbers;

import java.util.List;
import java.util.Map;

/**
 * A table that is drawn.
 *
 * @param shape {@code line}, {@code bar} or {@code across} (bars from left to right)
 * @param columns its columns behind the label
 * @param rows its rows
 */
public record Picture(String shape, List<Column> columns, List<Row> rows) {
    public Picture {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What the numbers of a column are. */
    public enum Kind {
        COUNT,
        PERCENT,
        DAYS,
        MONEY
    }

    /**
     * A column.
     *
     * @param key of its words, and its name in a file
     * @param kind what its numbers are
     * @param drawn true if the picture shows it; else only the table does
     */
    public record Column(String key, Kind kind, boolean drawn) {}

    /**
     * A row.
     *
     * @param label what it is about
     * @param explained what the label stands for; empty if it says so itself
     * @param cells one number for each column, written plainly; empty where there is none
     */
    public record Row(String label, String explained, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Whether there is nothing to show: no row, or none with a number that is not nothing. */
    public boolean isEmpty() {
        return rows.stream().flatMap(row -> row.cells().stream()).allMatch(cell -> cell.matches("[0.]*"));
    }

    /** A row with its numbers by the names of the columns. */
    static Row row(List<Column> columns, String label, String explained, Map<String, String> numbers) {
        return new Row(
                label,
                explained,
                columns.stream()
                        .map(column -> numbers.getOrDefault(column.key(), ""))
                        .toList());
    }
}
