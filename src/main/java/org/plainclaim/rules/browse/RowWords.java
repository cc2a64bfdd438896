package org.plainclaim.rules.browse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.TableSchema;

/** What a row says, column by column, in the order of its table. */
public final class RowWords {
    private static final String IN_FORCE = "in force";

    private final TableSchema schema;
    private final CellWords cells;

    public RowWords(TableSchema schema, CellWords cells) {
        this.schema = schema;
        this.cells = cells;
    }

    public Map<String, String> conditions(Row row) {
        Map<String, String> words = new LinkedHashMap<>();
        row.conditions().forEach(cell -> words.put(cell.column(), cells.condition(cell)));
        return words;
    }

    /** The results that are not open. */
    public Map<String, String> results(Row row) {
        return results(row, text -> true);
    }

    /** The results that are codes, words or numbers. */
    public Map<String, String> values(Row row) {
        return results(row, text -> !CellWords.isSentence(text));
    }

    /** The results that are texts for people. */
    public Map<String, String> sentences(Row row) {
        return results(row, CellWords::isSentence);
    }

    private Map<String, String> results(Row row, Predicate<String> wanted) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String column : ResultColumns.of(schema)) {
            String text = row.result(column);
            if (!text.isEmpty() && wanted.test(text)) {
                words.put(column, cells.result(text));
            }
        }
        return words;
    }

    public static Map<String, String> about(Row row) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(IN_FORCE, PeriodText.of(row.period()));
        words.put("source", row.source().citation());
        words.put("verified", row.source().verifiedOn() + ", " + row.source().confidence());
        return words;
    }

    /** What the second row says where the two differ, conditions and dates first. */
    public Map<String, String> otherwise(Row row, Row other) {
        RowWords exact = new RowWords(schema, CellWords.inFull());
        Map<String, String> mine = exact.everything(row, other);
        Map<String, String> theirs = exact.everything(other, row);
        Map<String, String> words = everything(other, row);
        words.keySet().removeIf(column -> Objects.equals(mine.get(column), theirs.get(column)));
        return words;
    }

    /** All columns of a row, also those that only the other one uses. */
    private Map<String, String> everything(Row row, Row other) {
        Map<String, String> words = new LinkedHashMap<>();
        schema.conditions().forEach(column -> words.put(column, "any"));
        other.conditions().forEach(cell -> words.put(cell.column(), "any"));
        words.putAll(conditions(row));
        words.put(IN_FORCE, "");
        ResultColumns.of(schema).forEach(column -> words.put(column, "nothing"));
        words.putAll(results(row));
        words.putAll(about(row));
        return words;
    }
}
