package org.plainclaim.terminology;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeMap;
import org.plainclaim.codes.CodeMapping;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.codes.Equivalence;

/** Reads the concept maps that {@code concept-maps/maps.csv} names, each from the table of its id. */
public final class CodeMapLoader {
    private static final String FOLDER = "concept-maps/";
    private static final Set<String> COLUMNS = Set.of(
            "source",
            "source_label",
            "target",
            "target_label",
            "equivalence",
            "effective_from",
            "effective_to",
            "citation",
            "verified_on",
            "confidence",
            "comment");

    private final TerminologyFolder folder;
    private final List<String> faults = new ArrayList<>();

    private CodeMapLoader(TerminologyFolder folder) {
        this.folder = folder;
    }

    /**
     * Every map of a folder.
     *
     * @throws TerminologyFault with every fault found, one a line
     */
    public static List<CodeMap> load(TerminologyFolder folder) {
        CodeMapLoader loader = new CodeMapLoader(folder);
        List<CodeMap> maps = loader.rows("maps").stream().map(loader::map).toList();
        if (!loader.faults.isEmpty()) {
            throw new TerminologyFault(loader.faults);
        }
        return maps;
    }

    private CodeMap map(CsvRow row) {
        List<CodeMapping> rows = new ArrayList<>();
        for (CsvRow line : rows(row.at("map"))) {
            refuseStrangeColumns(line);
            CodeMapping mapping = mapping(line);
            if (rows.stream().anyMatch(other -> sameForOneDate(other, mapping))) {
                faults.add(line.complaint(
                        "source",
                        "'" + mapping.source().code() + "' leads to '"
                                + mapping.target().code() + "' twice for one date; end the earlier row"));
            }
            rows.add(mapping);
        }
        return new CodeMap(
                row.at("map"), row.at("title"), row.at("source"), row.at("source_uri"), row.at("target_uri"), rows);
    }

    private static boolean sameForOneDate(CodeMapping one, CodeMapping other) {
        return one.source().code().equals(other.source().code())
                && one.target().code().equals(other.target().code())
                && one.period().overlaps(other.period());
    }

    private CodeMapping mapping(CsvRow row) {
        for (String column : List.of("source", "source_label", "target", "target_label", "citation")) {
            if (row.at(column).isEmpty()) {
                faults.add(row.complaint(column, "is empty"));
            }
        }
        return new CodeMapping(
                new CodeMapping.Named(row.at("source"), row.at("source_label")),
                new CodeMapping.Named(row.at("target"), row.at("target_label")),
                equivalence(row),
                period(row),
                row.at("citation"));
    }

    private void refuseStrangeColumns(CsvRow row) {
        new TreeSet<>(row.cells().keySet())
                .stream()
                        .filter(column -> !COLUMNS.contains(column))
                        .forEach(column -> faults.add(row.complaint(column, "is no column of a concept map")));
    }

    private Equivalence equivalence(CsvRow row) {
        Optional<Equivalence> found = Arrays.stream(Equivalence.values())
                .filter(value -> value.code().equals(row.at("equivalence")))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(row.complaint(
                    "equivalence",
                    "'" + row.at("equivalence") + "' is none of equivalent, wider, narrower and relatedto"));
        }
        return found.orElse(Equivalence.RELATED);
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
        return rows;
    }
}
