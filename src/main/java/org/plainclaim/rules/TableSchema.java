package org.plainclaim.rules;

import java.util.List;

/**
 * The columns of a table.
 *
 * @param file path of its file below the terminology folder, without the ending, such as {@code rules/services}
 * @param conditions condition columns; the first one is what the table is indexed by
 * @param keys result columns that tell rows apart that may hold together; empty if at most one row may hold
 * @param results the other result columns
 */
public record TableSchema(String file, List<String> conditions, List<String> keys, List<String> results) {
    public TableSchema {
        conditions = List.copyOf(conditions);
        keys = List.copyOf(keys);
        results = List.copyOf(results);
    }

    public String name() {
        return file.substring(file.indexOf('/') + 1);
    }

    /** True if the two rows would both decide the same thing for some situation. */
    public boolean conflict(Row one, Row other) {
        return one.overlaps(other)
                && keys.stream().allMatch(key -> one.result(key).equals(other.result(key)));
    }
}
