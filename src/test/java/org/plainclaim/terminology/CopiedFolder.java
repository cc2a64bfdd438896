package org.plainclaim.terminology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the shipped tables that a test may change. */
public final class CopiedFolder {
    private CopiedFolder() {}

    /** Copies every file into an empty folder. */
    public static void shippedTo(Path folder) throws IOException {
        Path shipped = Path.of("terminology");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
