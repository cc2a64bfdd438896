package org.plainclaim.terminology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.plainclaim.access.AccessTables;
import org.plainclaim.advice.RuleTables;
import org.plainclaim.audit.Retention;
import org.plainclaim.authorization.AuthorizationTables;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.confidentiality.ConfidentialityTables;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.eligibility.EligibilityTables;
import org.plainclaim.plausibility.SignalTables;
import org.plainclaim.rules.Release;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Table;
import org.plainclaim.rules.TableSchema;
import org.plainclaim.scrub.ScrubTables;
import org.plainclaim.work.WorkTables;
import org.plainclaim.x12.acknowledgment.AcknowledgmentWords;
import org.plainclaim.x12.remittance.RemittanceTables;

/** Turns a terminology folder into a rule library. */
public final class RuleLoader {
    private final TerminologyFolder folder;
    private final List<String> faults = new ArrayList<>();
    private ServiceDetails details = ServiceDetails.of(List.of(), faults);

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
        CodeStore codes = new CodeStoreLoader(folder, faults).load();
        List<Row> declared = rows(ServiceDetail.TABLE, parts(folder.root(), ServiceDetail.TABLE.file()), List.of());
        details = ServiceDetails.of(declared, faults);
        Map<TableSchema, List<Row>> base = new LinkedHashMap<>();
        List<TableSchema> schemas = new ArrayList<>(RuleTables.ALL);
        schemas.addAll(SignalTables.ALL);
        schemas.addAll(RemittanceTables.ALL);
        schemas.add(AcknowledgmentWords.TABLE);
        schemas.addAll(ScrubTables.ALL);
        schemas.addAll(EligibilityTables.ALL);
        schemas.addAll(WorkTables.ALL);
        schemas.addAll(AuthorizationTables.ALL);
        schemas.addAll(AccessTables.ALL);
        schemas.add(Retention.TABLE);
        schemas.addAll(ConfidentialityTables.ALL);
        for (TableSchema schema : schemas) {
            boolean read = schema.equals(ServiceDetail.TABLE);
            base.put(schema, read ? declared : rows(schema, existing(schema), List.of()));
        }
        Map<String, Map<TableSchema, List<Row>>> flat = new LinkedHashMap<>();
        flat.put(RuleLibrary.BASE, base);
        payersInOrder().forEach(payer -> flat.put(payer.id(), overlaid(payer, flat)));
        Map<String, RuleBook> books = new LinkedHashMap<>();
        Set<String> checked = new HashSet<>();
        flat.forEach(
                (payer, rows) -> books.put(payer, new RuleBook(payer, tables(payer, rows, checked), codes, release)));
        if (!faults.isEmpty()) {
            throw new TerminologyFault(faults);
        }
        return new RuleLibrary(books, release);
    }

    /** Those that build on the base first; one that builds on another payer after it. */
    private List<PayerFolder> payersInOrder() {
        List<PayerFolder> left = new ArrayList<>(
                folder.folders("payers").stream().map(PayerFolder::at).toList());
        List<PayerFolder> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>(Set.of(RuleLibrary.BASE));
        boolean moved = true;
        while (moved) {
            List<PayerFolder> next = left.stream()
                    .filter(payer -> placed.contains(payer.buildsOn().orElse(RuleLibrary.BASE)))
                    .toList();
            moved = !next.isEmpty();
            ordered.addAll(next);
            left.removeAll(next);
            next.forEach(payer -> placed.add(payer.id()));
        }
        left.forEach(payer -> faults.add("payers/" + payer.id() + "/payer.properties: builds-on: '"
                + payer.buildsOn().orElse("") + "' is no payer, or builds on this one; name another"));
        return ordered;
    }

    private Map<TableSchema, List<Row>> overlaid(PayerFolder payer, Map<String, Map<TableSchema, List<Row>>> flat) {
        Map<TableSchema, List<Row>> under =
                Objects.requireNonNull(flat.get(payer.buildsOn().orElse(RuleLibrary.BASE)));
        Map<TableSchema, List<Row>> own = new LinkedHashMap<>();
        under.forEach((schema, rows) -> own.put(schema, rows(schema, parts(payer.path(), schema.name()), rows)));
        return own;
    }

    /** Rows of the base were compared with each other in the base's own book. */
    private Map<String, Table> tables(String payer, Map<TableSchema, List<Row>> rows, Set<String> checked) {
        Map<String, Table> tables = new LinkedHashMap<>();
        rows.forEach((schema, list) -> {
            faults.addAll(OverlapCheck.faults(payer, schema, list, checked));
            tables.put(schema.file(), new Table(schema, list));
        });
        if (payer.equals(RuleLibrary.BASE)) {
            rows.values().forEach(list -> list.forEach(row -> checked.add(row.origin())));
        }
        return tables;
    }

    private List<Path> existing(TableSchema schema) {
        List<Path> parts = parts(folder.root(), schema.file());
        if (parts.isEmpty()) {
            faults.add(schema.file() + ".csv: the file is missing");
        }
        return parts;
    }

    private static List<Path> parts(Path root, String name) {
        return new TerminologyFolder(root).parts(name);
    }

    private List<Row> rows(TableSchema schema, List<Path> parts, List<Row> base) {
        return new RowReader(schema, details, faults).read(parts, base);
    }
}
