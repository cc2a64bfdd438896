package org.plainclaim.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result cells of a row. A row has a dozen at most and is asked a million times a second, always for the same few
 * names: looking along a short array beats hashing, and the places of a text to fill are known beforehand.
 */
public final class ResultCells {
    private final String[] columns;
    private final Template[] cells;

    private ResultCells(String[] columns, Template[] cells) {
        this.columns = columns;
        this.cells = cells;
    }

    /** The cells of a row by column; an empty one is the empty string. */
    public static ResultCells of(Map<String, String> cells) {
        return new ResultCells(
                cells.keySet().stream().map(String::intern).toArray(String[]::new),
                cells.values().stream().map(Template::of).toArray(Template[]::new));
    }

    /** The cells in the order of their columns. */
    public List<String> texts() {
        return Arrays.stream(cells).map(Template::text).toList();
    }

    /** The cell of a column; empty if there is no such column. */
    String of(String column) {
        int at = at(column);
        return at < 0 ? "" : cells[at].text();
    }

    /** The cell of a column with its places filled. */
    String filled(String column, Situation situation) {
        int at = at(column);
        return at < 0 ? "" : cells[at].fill(situation);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResultCells cellsOfOther
                && Arrays.equals(columns, cellsOfOther.columns)
                && Arrays.equals(cells, cellsOfOther.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    /** Names are interned here and are literals where they are asked for, so that most are found without a comparison. */
    @SuppressWarnings("ReferenceEquality")
    private int at(String column) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == column) {
                return i;
            }
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
