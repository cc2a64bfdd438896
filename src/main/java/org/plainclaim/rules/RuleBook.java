package org.plainclaim.rules;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.plainclaim.codes.CodeStore;

/** All rules that hold for one payer: the base rows with the payer's own put in their place. */
public final class RuleBook {
    private final String payer;
    private final Map<String, Table> tables;
    private final CodeStore codes;
    private final Release release;
    private final TextIndex<Table> byFile;

    /**
     * A book.
     *
     * @param payer id of the payer, the name of its folder
     * @param tables by file, such as {@code rules/services}
     * @param codes the code systems by date of service
     * @param release the release it belongs to
     */
    public RuleBook(String payer, Map<String, Table> tables, CodeStore codes, Release release) {
        this.payer = payer;
        this.tables = Collections.unmodifiableMap(new HashMap<>(tables));
        this.codes = codes;
        this.release = release;
        Map<String, Table> asked = new HashMap<>();
        tables.values().forEach(table -> asked.put(table.schema().file(), table));
        this.byFile = TextIndex.of(asked);
    }

    /** The id of the payer. */
    public String payer() {
        return payer;
    }

    /** The tables by file. */
    public Map<String, Table> tables() {
        return tables;
    }

    /** The code systems by date of service. */
    public CodeStore codes() {
        return codes;
    }

    /** The release it belongs to. */
    public Release release() {
        return release;
    }

    /**
     * A table by its schema.
     *
     * @throws IllegalStateException if the library was loaded without it, a defect of the program
     */
    public Table table(TableSchema schema) {
        Table table = byFile.get(schema.file());
        if (table == null) {
            throw new IllegalStateException("no table " + schema.name());
        }
        return table;
    }
}
