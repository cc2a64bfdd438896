package org.plainclaim.rules;

import java.util.List;

/**
 * The columns of a table.
 *
 * @param file path of its file below the terminology folder, without the ending, such as {@code rules/services}
 * @param conditions condition columns; the first one is what the table is indexed by
 * @param keys result columns that tell rows apart that may hold together; empty if at most one row may hold
 * @param results the other result columns
 * @param takesDetails true if the details of a service may be condition columns too
 */
public record TableSchema(
        String file, List<String> conditions, List<String> keys, List<String> results, boolean takesDetails) {
    public TableSchema {
        conditions = List.copyOf(conditions);
        keys = List.copyOf(keys);
        results = List.copyOf(results);
    }

    /** A table about something else than a service. */
    public TableSchema(String file, List<String> conditions, List<String> keys, List<String> results) {
        this(file, conditions, keys, results, false);
    }

    /** The same table about a service, so that every detail of a service may be a condition. */
    public TableSchema withDetails() {
        return new TableSchema(file, conditions, keys, results, true);
    }

    public String name() {
        return file.substring(file.indexOf('/') + 1);
    }

    /** True if the two rows would both decide the same thing for some situation. */
    public boolean conflict(Row one, Row other) {
        for (String key : keys) {
            if (!one.result(key).equals(other.result(key))) {
                return false;
            }
        }
        return one.overlaps(other);
    }
}
