package org.plainclaim.terminology;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeEdition;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.EffectivePeriod;

/** Reads the code systems that {@code codes/systems.csv} names, each from the table of its id. */
final class CodeStoreLoader {
    private static final String FOLDER = "codes/";

    private final TerminologyFolder folder;
    private final List<String> faults;

    /**
     * A loader that adds to faults what is wrong.
     *
     * @param faults every fault found, one a line
     */
    CodeStoreLoader(TerminologyFolder folder, List<String> faults) {
        this.folder = folder;
        this.faults = faults;
    }

    CodeStore load() {
        Map<String, DatedCodeSystem> systems = new LinkedHashMap<>();
        for (CsvRow row : rows("systems")) {
            String id = row.at("system");
            CodeRelease release = new CodeRelease(
                    id,
                    row.at("release"),
                    period(row),
                    row.at("citation"),
                    date(row, "verified_on"),
                    complete(row.at("complete")));
            CodeEdition edition = CodeEdition.of(release, codes(id));
            if (systems.put(id, new DatedCodeSystem(id, row.at("uri"), row.at("label"), List.of(edition))) != null) {
                faults.add(row.complaint("system", "'" + id + "' is named twice; keep one row"));
            }
        }
        return new CodeStore(systems);
    }

    private List<DatedCode> codes(String system) {
        Map<String, List<DatedCode>> codes = new HashMap<>();
        for (CsvRow row : rows(system)) {
            DatedCode code = new DatedCode(
                    row.at("code"),
                    row.at("label"),
                    leaf(row),
                    period(row),
                    row.at("citation"),
                    date(row, "verified_on"));
            List<DatedCode> same = codes.computeIfAbsent(code.code(), text -> new ArrayList<>());
            if (same.stream().anyMatch(other -> other.period().overlaps(code.period()))) {
                faults.add(
                        row.complaint("code", "'" + code.code() + "' has two rows for one date; end the earlier one"));
            }
            same.add(code);
        }
        return codes.values().stream().flatMap(List::stream).toList();
    }

    /** Beginnings of codes, or {@code all}; an empty cell is a table that only has some codes of every part. */
    private static List<String> complete(String cell) {
        return switch (cell) {
            case "" -> List.of();
            case "all" -> List.of("");
            default -> List.of(cell.split("\\|", -1));
        };
    }

    private boolean leaf(CsvRow row) {
        String leaf = row.at("leaf");
        if (!leaf.equals("yes") && !leaf.equals("no")) {
            faults.add(row.complaint("leaf", "'" + leaf + "' is neither yes nor no"));
        }
        return leaf.equals("yes");
    }

    private EffectivePeriod period(CsvRow row) {
        LocalDate from = date(row, "effective_from");
        LocalDate to = date(row, "effective_to");
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(row.complaint("effective_to", "is before effective_from"));
            return new EffectivePeriod(from, null);
        }
        return new EffectivePeriod(from, to);
    }

    private @Nullable LocalDate date(CsvRow row, String column) {
        try {
            return row.at(column).isEmpty() ? null : LocalDate.parse(row.at(column));
        } catch (DateTimeParseException e) {
            faults.add(row.complaint(column, "'" + row.at(column) + "' is no date such as 2026-10-01"));
            return null;
        }
    }

    private List<CsvRow> rows(String table) {
        List<CsvRow> rows = new ArrayList<>();
        folder.parts(FOLDER + table).forEach(part -> rows.addAll(CsvFile.read(part)));
        if (rows.isEmpty()) {
            faults.add(FOLDER + table + ".csv: the table is missing or empty");
        }
        rows.stream()
                .filter(row -> row.at("citation").isEmpty())
                .forEach(row -> faults.add(row.complaint("citation", "is empty; every row names its source")));
        return rows;
    }
}
