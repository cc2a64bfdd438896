package org.plainclaim.cli.rules;

import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.rules.TableSchema;

/** The result columns of a table in its order. */
final class ResultColumns {
    private ResultColumns() {}

    static List<String> of(TableSchema schema) {
        return Stream.concat(schema.keys().stream(), schema.results().stream()).toList();
    }
}
