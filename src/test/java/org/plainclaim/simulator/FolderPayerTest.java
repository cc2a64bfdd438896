package org.plainclaim.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.simulator.SentFiles.answers;
import static org.plainclaim.simulator.SentFiles.claim;
import static org.plainclaim.simulator.SentFiles.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated payer in a folder. */
final class FolderPayerTest {
    @Test
    void answersInAFolderAndRemembersAfterAStart(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.write(folder.resolve("out/a.837"), file(1, claim("C1", "M1")));
        assertEquals(1, FolderPayer.at(folder, List.of()).answer());
        try (Stream<Path> answers = Files.list(folder.resolve("in"))) {
            assertEquals(
                    List.of("a.837-1.277ca", "a.837-1.835", "a.837.999"),
                    answers.map(path -> path.getFileName().toString()).sorted().toList());
        }
        Files.write(folder.resolve("out/b.837"), file(2, claim("C2", "M1")));
        assertEquals(1, FolderPayer.at(folder, List.of()).answer());
        assertTrue(Files.readString(folder.resolve("in/b.837-1.835")).contains("CAS*OA*18*200~"));
    }
}
