package org.plainclaim.terminology;

import java.util.Map;

/**
 * One row of a CSV file.
 *
 * @param file name of the file, for messages
 * @param line line number, from 1
 * @param cells trimmed cells by column name; an empty cell is the empty string
 */
public record CsvRow(String file, long line, Map<String, String> cells) {
    /** The cell of a column; empty if the file has no such column. */
    public String at(String column) {
        return cells.getOrDefault(column, "");
    }

    /** A message about one column of this row, as {@code file:line: column: text}. */
    public String complaint(String column, String text) {
        return file + ":" + line + ": " + column + ": " + text;
    }
}
