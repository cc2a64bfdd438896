package org.plainclaim.terminology;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a CSV file with a header line; lines that start with {@code #} are comments. */
public final class CsvFile {
    private static final Set<String> FOLDERS = Set.of("codes", "rules", "edits", "payers", "note", "concept-maps");

    private CsvFile() {}

    public static List<CsvRow> read(Path path) {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .commentStrategy(de.siegmar.fastcsv.reader.CommentStrategy.SKIP)
                .ofNamedCsvRecord(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
            String file = shown(path);
            reader.forEach(csv -> rows.add(row(file, csv)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The path from the folder of the terminology on, as people know it. */
    private static String shown(Path path) {
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            if (FOLDERS.contains(path.getName(i).toString())) {
                return path.subpath(i, path.getNameCount()).toString();
            }
        }
        return String.valueOf(path.getFileName());
    }

    private static CsvRow row(String file, NamedCsvRecord csv) {
        Map<String, String> cells = new LinkedHashMap<>();
        csv.getFieldsAsMap().forEach((column, value) -> cells.put(column.strip(), value.strip()));
        return new CsvRow(file, csv.getStartingLineNumber(), cells);
    }
}
