package org.plainclaim.server.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was done to servers and what was lost, a row each, on the console and in {@code target/faults.md}. */
final class FaultTable {
    private static final Path FILE = Path.of("target/faults.md");

    private static final String HEAD =
            """
            | what happens | database | times | acknowledged, and found again | missing | half | twice |
            |---|---|---|---|---|---|---|
            """;

    private FaultTable() {}

    /**
     * Writes a row. Nobody calls this when something was lost: the test has failed before.
     *
     * @param fault what happened
     * @param times how often
     * @param database to servers over which database
     * @param account what was acknowledged meanwhile, all of which was found again, once and whole
     */
    static void row(String fault, int times, String database, Object account) {
        String row = "| " + fault + " | " + database + " | " + times + " | " + account + " | 0 | 0 | 0 |\n";
        System.out.print(row);
        try {
            if (!Files.exists(FILE)) {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, HEAD);
            }
            Files.write(FILE, row.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
