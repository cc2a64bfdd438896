package org.plainclaim.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result cells of a row. A row has a dozen at most and is asked a million times a second, always for the same few
 * names: looking along a short list beats hashing, and a text without places to fill is known beforehand.
 *
 * @param columns names of the columns
 * @param texts the cell of each; an empty one is the empty string
 * @param templates whether the cell has a {@code {column}} to fill
 */
public record ResultCells(List<String> columns, List<String> texts, List<Boolean> templates) {
    public ResultCells {
        columns = List.copyOf(columns);
        texts = List.copyOf(texts);
        templates = List.copyOf(templates);
    }

    public static ResultCells of(Map<String, String> cells) {
        List<String> columns = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<Boolean> templates = new ArrayList<>();
        cells.forEach((column, text) -> {
            columns.add(column);
            texts.add(text);
            templates.add(text.indexOf('{') >= 0);
        });
        return new ResultCells(columns, texts, templates);
    }

    /** The cell of a column; empty if there is no such column. */
    public String of(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : texts.get(at);
    }

    /** The cell of a column with its places filled. */
    String filled(String column, Situation situation) {
        int at = columns.indexOf(column);
        if (at < 0) {
            return "";
        }
        String text = texts.get(at);
        return templates.get(at) ? situation.fill(text) : text;
    }
}
