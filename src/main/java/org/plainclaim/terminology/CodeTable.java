package org.plainclaim.terminology;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.EffectivePeriod;

/** Reads the codes of one system: its own table, and rows of tables that say more of a code than that it exists. */
final class CodeTable {
    private static final String FOLDER = "codes/";
    private static final List<String> COLUMNS =
            List.of("code", "label", "leaf", "effective_from", "effective_to", "citation", "verified_on", "confidence");
    private static final Set<String> CONFIDENCES = Set.of("confirmed", "reported");

    private static final Shared PROCEDURES_HCPCS = new Shared("procedure-codes", "code", "[A-Z][0-9]{4}");
    private static final Shared PROCEDURES_CPT = new Shared("procedure-codes", "code", "[0-9]{4}[0-9A-Z]");
    private static final Shared MODIFIERS_HCPCS = new Shared("modifiers", "code", "[A-Z][0-9A-Z]");
    private static final Shared MODIFIERS_CPT = new Shared("modifiers", "code", "[0-9]{2}");

    /** Where else the codes of a system stand; no code stands twice. */
    private static final Map<String, List<Shared>> SHARED = Map.of(
            "hcpcs", List.of(PROCEDURES_HCPCS, MODIFIERS_HCPCS),
            "cpt", List.of(PROCEDURES_CPT, MODIFIERS_CPT),
            "provider-taxonomy", List.of(new Shared("provider-taxonomy", "taxonomy", "[0-9A-Z]{9}X")));

    private final TerminologyFolder folder;
    private final CodeRows rows;
    private final List<String> faults;
    private final Map<String, List<DatedCode>> codes = new LinkedHashMap<>();

    CodeTable(TerminologyFolder folder, CodeRows rows, List<String> faults) {
        this.folder = folder;
        this.rows = rows;
        this.faults = faults;
    }

    /** The codes of a system, those of one code by their first date. */
    List<DatedCode> read(CsvRow system) {
        String id = system.at("system");
        List<Shared> shared = SHARED.getOrDefault(id, List.of());
        shared.forEach(this::addShared);
        boolean own = shared.stream().noneMatch(table -> table.table().equals(id));
        if (own) {
            folder.parts(FOLDER + id).forEach(this::addOwn);
        }
        if (codes.isEmpty()) {
            faults.add(
                    system.complaint("system", "'" + id + "' has no codes: codes/" + id + ".csv is missing or empty"));
        }
        return codes.values().stream().flatMap(List::stream).toList();
    }

    private void addShared(Shared table) {
        Predicate<String> wanted = Pattern.compile(table.shape()).asMatchPredicate();
        for (Path part : folder.parts(FOLDER + table.table())) {
            for (CsvRow row : rows.of(part)) {
                String code = row.at(table.column());
                if (wanted.test(code)) {
                    same(code).add(rows.code(row, code, true));
                }
            }
        }
    }

    private void addOwn(Path part) {
        List<CsvRow> own = rows.of(part);
        if (own.isEmpty() || !rows.columns(own.get(0), COLUMNS, Set.of("comment"))) {
            return;
        }
        Set<String> elsewhere = Set.copyOf(codes.keySet());
        for (CsvRow row : own) {
            check(row, elsewhere);
            add(row);
        }
    }

    private void check(CsvRow row, Set<String> elsewhere) {
        rows.filled(row, List.of("code", "label"));
        rows.sourced(row);
        if (!CONFIDENCES.contains(row.at("confidence"))) {
            faults.add(row.complaint("confidence", "'" + row.at("confidence") + "' must be one of " + CONFIDENCES));
        }
        if (elsewhere.contains(row.at("code"))) {
            faults.add(
                    row.complaint("code", "'" + row.at("code") + "' stands in another table already; remove it here"));
        }
    }

    private void add(CsvRow row) {
        DatedCode code = rows.code(row, row.at("code"), rows.leaf(row));
        List<DatedCode> same = same(code.code());
        for (DatedCode other : same) {
            if (other.period().overlaps(code.period())) {
                faults.add(row.complaint(
                        "code",
                        "'" + code.code() + "' stands twice for one date: already " + shown(other.period())
                                + "; remove one row, or end the earlier one"));
            }
        }
        same.add(code);
        same.sort(Comparator.comparing(
                known -> Objects.requireNonNullElse(known.period().from(), LocalDate.MIN)));
    }

    private static String shown(EffectivePeriod period) {
        return Objects.toString(period.from(), "") + ".." + Objects.toString(period.to(), "");
    }

    private List<DatedCode> same(String code) {
        return codes.computeIfAbsent(code, text -> new ArrayList<>(1));
    }

    /**
     * A table of rules or codes that another system takes its codes from.
     *
     * @param column in which the code stands
     * @param shape what the code must look like to belong to the system
     */
    private record Shared(String table, String column, String shape) {}
}
