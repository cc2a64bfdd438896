package org.plainclaim.rules;

import java.util.List;
import java.util.Map;

/**
 * The result cells of a row. A row has a dozen at most and is asked a million times a second, always with the same few
 * names: looking along a short list beats hashing.
 *
 * @param columns names of the columns
 * @param texts the cell of each; an empty one is the empty string
 */
public record ResultCells(List<String> columns, List<String> texts) {
    public ResultCells {
        columns = List.copyOf(columns);
        texts = List.copyOf(texts);
    }

    public static ResultCells of(Map<String, String> cells) {
        return new ResultCells(
                List.copyOf(cells.keySet()),
                cells.keySet().stream().map(cells::get).toList());
    }

    /** The cell of a column; empty if there is no such column. */
    public String of(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals(column)) {
                return texts.get(i);
            }
        }
        return "";
    }
}
