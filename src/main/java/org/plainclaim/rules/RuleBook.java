package org.plainclaim.rules;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.plainclaim.codes.CodeStore;

/**
 * All rules that hold for one payer: the base rows with the payer's own put in their place.
 *
 * @param payer id of the payer, the name of its folder
 * @param tables by file, such as {@code rules/services}
 * @param codes the code systems by date of service
 * @param release the release it belongs to
 */
public record RuleBook(String payer, Map<String, Table> tables, CodeStore codes, Release release) {
    public RuleBook {
        tables = Collections.unmodifiableMap(new HashMap<>(tables));
    }

    /**
     * A table by its schema.
     *
     * @throws IllegalStateException if the library was loaded without it, a defect of the program
     */
    public Table table(TableSchema schema) {
        Table table = tables.get(schema.file());
        if (table == null) {
            throw new IllegalStateException("no table " + schema.name());
        }
        return table;
    }
}
