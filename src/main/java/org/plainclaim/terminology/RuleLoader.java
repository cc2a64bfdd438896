package org.plainclaim.terminology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.claim.RuleTables;
import org.plainclaim.rules.Release;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Table;
import org.plainclaim.rules.TableSchema;

/** Turns a terminology folder into a rule library. */
public final class RuleLoader {
    private final TerminologyFolder folder;
    private final List<String> faults = new ArrayList<>();

    private RuleLoader(TerminologyFolder folder) {
        this.folder = folder;
    }

    /**
     * Loads and checks every table.
     *
     * @throws TerminologyFault with every fault found, one a line
     */
    public static RuleLibrary load(TerminologyFolder folder) {
        return new RuleLoader(folder).load();
    }

    private RuleLibrary load() {
        Release release = ReleaseDigest.of(folder);
        Map<TableSchema, List<Row>> base = new LinkedHashMap<>();
        for (TableSchema schema : RuleTables.ALL) {
            base.put(schema, rows(schema, folder.root().resolve(schema.file() + ".csv"), List.of()));
        }
        Map<String, RuleBook> books = new LinkedHashMap<>();
        books.put(RuleLibrary.BASE, book(RuleLibrary.BASE, base, release));
        for (Path payer : folder.folders("payers")) {
            String id = String.valueOf(payer.getFileName()).replace("/", "");
            books.put(id, book(id, overlaid(payer, base), release));
        }
        if (!faults.isEmpty()) {
            throw new TerminologyFault(faults);
        }
        return new RuleLibrary(books, release);
    }

    private Map<TableSchema, List<Row>> overlaid(Path payer, Map<TableSchema, List<Row>> base) {
        Map<TableSchema, List<Row>> flat = new LinkedHashMap<>();
        base.forEach((schema, rows) -> flat.put(schema, rows(schema, payer.resolve(schema.name() + ".csv"), rows)));
        return flat;
    }

    private RuleBook book(String payer, Map<TableSchema, List<Row>> rows, Release release) {
        Map<String, Table> tables = new LinkedHashMap<>();
        rows.forEach((schema, list) -> {
            faults.addAll(OverlapCheck.faults(payer, schema, list));
            tables.put(schema.file(), new Table(schema, list));
        });
        return new RuleBook(payer, tables, release);
    }

    private List<Row> rows(TableSchema schema, Path file, List<Row> base) {
        return new RowReader(schema, faults).read(file, base);
    }
}
