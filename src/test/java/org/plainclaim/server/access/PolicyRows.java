package org.plainclaim.server.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.plainclaim.access.Role;

/** The rows of {@code access/policy} as a person reads them, and not as the program does. */
final class PolicyRows {
    private final List<NamedCsvRecord> rows;

    private PolicyRows(List<NamedCsvRecord> rows) {
        this.rows = rows;
    }

    static PolicyRows shipped() {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Path.of("terminology/access/policy.csv"))) {
            return new PolicyRows(reader.stream().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<NamedCsvRecord> all() {
        return rows;
    }

    boolean allows(Role role, String type, String action) {
        return rows.stream()
                .anyMatch(row -> row.getField("decision").equals("allow")
                        && names(row, "role", role.code())
                        && names(row, "resource", type)
                        && names(row, "action", action));
    }

    static boolean names(NamedCsvRecord row, String column, String value) {
        return Arrays.asList(row.getField(column).split("\\|", -1)).contains(value);
    }
}
