package org.plainclaim.terminology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.plainclaim.codes.CodeEdition;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCodeSystem;

/**
 * Reads the code systems that {@code codes/systems.csv} names, each from the table of its id and from the tables that it
 * shares its codes with.
 */
final class CodeStoreLoader {
    private static final String FOLDER = "codes/";
    private static final List<String> COLUMNS =
            List.of("system", "uri", "label", "release", "effective_from", "effective_to", "citation", "verified_on");
    /** Begins the header line of every code table. */
    private static final String CODE_TABLE = "code,label,leaf,";

    private final TerminologyFolder folder;
    private final List<String> faults;
    private final CodeRows rows;

    /**
     * A loader that adds to faults what is wrong.
     *
     * @param faults every fault found, one a line
     */
    CodeStoreLoader(TerminologyFolder folder, List<String> faults) {
        this.folder = folder;
        this.faults = faults;
        this.rows = new CodeRows(faults);
    }

    CodeStore load() {
        Map<String, DatedCodeSystem> systems = new LinkedHashMap<>();
        for (CsvRow row : systems()) {
            String id = row.at("system");
            rows.filled(row, List.of("system", "uri", "label", "release"));
            CodeEdition edition = CodeEdition.of(release(row), new CodeTable(folder, rows, faults).read(row));
            if (systems.values().stream().anyMatch(other -> other.uri().equals(row.at("uri")))) {
                faults.add(row.complaint("uri", "'" + row.at("uri") + "' is that of another system too"));
            }
            if (systems.put(id, new DatedCodeSystem(id, row.at("uri"), row.at("label"), List.of(edition))) != null) {
                faults.add(row.complaint("system", "'" + id + "' is named twice; keep one row"));
            }
        }
        unknownTables(systems.keySet());
        return new CodeStore(systems);
    }

    private List<CsvRow> systems() {
        List<CsvRow> found = new ArrayList<>();
        folder.parts(FOLDER + "systems").forEach(part -> found.addAll(CsvFile.read(part)));
        if (found.isEmpty()) {
            faults.add(FOLDER + "systems.csv: the table is missing or empty");
        } else {
            rows.columns(found.get(0), COLUMNS, Set.of("complete", "comment"));
        }
        return found;
    }

    private CodeRelease release(CsvRow row) {
        rows.sourced(row);
        return new CodeRelease(
                row.at("system"),
                row.at("release"),
                rows.period(row),
                row.at("citation"),
                rows.date(row, "verified_on"),
                complete(row.at("complete")));
    }

    /** Beginnings of codes, or {@code all}; an empty cell is a table that only has some codes of every part. */
    private static List<String> complete(String cell) {
        return switch (cell) {
            case "" -> List.of();
            case "all" -> List.of("");
            default -> List.of(cell.split("\\|", -1));
        };
    }

    /** A table of codes that no system is named after would be left out in silence. */
    private void unknownTables(Set<String> systems) {
        for (Path file : folder.files(FOLDER, ".csv")) {
            String name = String.valueOf(file.getFileName());
            if (!systems.contains(name.replaceFirst("\\.csv$", ""))
                    && firstLine(file).startsWith(CODE_TABLE)) {
                faults.add(FOLDER + name + ":1: system: codes/systems.csv names no system of this name; add its row");
            }
        }
    }

    private static String firstLine(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return Objects.requireNonNullElse(reader.readLine(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
