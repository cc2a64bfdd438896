package org.plainclaim.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Files that are larger than the memory are read, or refused, in the memory there is. The long form reads files of 200 MB of
 * every kind: {@code -Dplainclaim.hostile.megabytes=200}.
 */
final class SmallMemoryTest {
    private static final int MEGABYTES = Integer.getInteger("plainclaim.hostile.megabytes", 0);
    private static final int SHORT = 3;

    @Test
    void memoryDoesNotGrowWithTheFile() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEGABYTES > 0 ? "-Xmx64m" : "-Xmx40m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallMemory.class.getName(),
                Integer.toString(MEGABYTES > 0 ? MEGABYTES : SHORT)));
        if (MEGABYTES == 0) {
            command.add("REMITTANCE");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> said;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            said = output.lines().toList();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertEquals("done", said.isEmpty() ? "" : said.get(said.size() - 1), () -> String.join("\n", said));
        long refused =
                said.stream().filter(line -> line.contains("faults=true")).count();
        assertEquals(said.size() - 1, refused, () -> String.join("\n", said));
    }
}
