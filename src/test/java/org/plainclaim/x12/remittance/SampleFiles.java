package org.plainclaim.x12.remittance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Public sample files, which are no part of the project: a folder {@code x12} below the one named by the system property
 * or environment variable {@code PLAINCLAIM_REFERENCE}; tests are skipped without it.
 */
public final class SampleFiles {
    private SampleFiles() {}

    public static String text(String name) throws IOException {
        String folder = Optional.ofNullable(System.getProperty("PLAINCLAIM_REFERENCE"))
                .orElse(System.getenv("PLAINCLAIM_REFERENCE"));
        assumeTrue(folder != null, "no sample files");
        Path file = Path.of(folder).resolve("x12").resolve(name);
        assumeTrue(Files.exists(file), "no sample " + name);
        return Files.readString(file);
    }
}
