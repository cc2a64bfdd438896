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
public final class PolicyRows {
    private final List<NamedCsvRecord> rows;

    private PolicyRows(List<NamedCsvRecord> rows) {
        this.rows = rows;
    }

    /** Those that are shipped. */
    public static PolicyRows shipped() {
        return new PolicyRows(table("access/policy"));
    }

    /** The rows of any table. */
    public static List<NamedCsvRecord> table(String name) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Path.of("terminology/" + name + ".csv"))) {
            return reader.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<NamedCsvRecord> all() {
        return rows;
    }

    /** Whether a row allows it. */
    public boolean allows(Role role, String type, String action) {
        return rows.stream()
                .anyMatch(row -> row.getField("decision").equals("allow")
                        && names(row, "role", role.code())
                        && names(row, "resource", type)
                        && names(row, "action", action));
    }

    /** Whether a cell has the value among its own. */
    public static boolean names(NamedCsvRecord row, String column, String value) {
        return Arrays.asList(row.getField(column).split("\\|", -1)).contains(value);
    }
}
