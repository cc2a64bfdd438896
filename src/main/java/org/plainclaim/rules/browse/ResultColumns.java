package org.plainclaim.rules.browse;

import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.rules.TableSchema;

/** The result columns of a table in its order. */
public final class ResultColumns {
    private ResultColumns() {}

    public static List<String> of(TableSchema schema) {
        return Stream.concat(schema.keys().stream(), schema.results().stream()).toList();
    }
}
