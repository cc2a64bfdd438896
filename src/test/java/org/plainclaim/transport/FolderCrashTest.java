package org.plainclaim.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies in the middle of anything leaves a folder in which nothing is there by halves or twice. */
final class FolderCrashTest {
    /** Rounds of the whole; each starts a process for every step. */
    private static final int ROUNDS = Integer.getInteger("plainclaim.crashes", 1);

    @TempDir
    private Path folder = Path.of("");

    /** Starts a process and kills it at a step; false if it came to its end before. */
    private static boolean killedAt(Path root, String action, int step) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        place(FolderChannel.class) + java.io.File.pathSeparator + place(FolderChild.class),
                        FolderChild.class.getName(),
                        root.toString(),
                        action,
                        Integer.toString(step))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            assertTrue(line != null && (line.startsWith("at ") || line.equals("done")), line);
            return line.startsWith("at ");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> names(Path root, String sub) throws IOException {
        Path path = root.resolve(sub);
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static FolderChannel channel(Path root) {
        return new FolderChannel(root, Limits.USUAL.atOnce(), Clock.systemUTC(), Steps.NONE);
    }

    @Test
    void aFileIsThereWholeAndOnceWhereverTheProcessDies() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int step = 0;
            Path root = Files.createDirectory(folder.resolve("put-" + round + "-" + step));
            while (killedAt(root, "put", step)) {
                assertWholeAndOnce(root);
                step++;
                root = Files.createDirectory(folder.resolve("put-" + round + "-" + step));
            }
            assertTrue(step > 6, "it has fewer steps than it should: " + step);
        }
    }

    private static void assertWholeAndOnce(Path root) throws IOException {
        boolean published = !names(root, "out").isEmpty();
        if (published) {
            assertEquals(List.of("claims.x12"), names(root, "out"));
            assertArrayEquals(FolderChild.file(), Files.readAllBytes(root.resolve("out/claims.x12")));
            Files.delete(root.resolve("out/claims.x12"));
        }
        try (FolderChannel channel = channel(root)) {
            channel.put("claims.x12", FolderChild.file());
            assertEquals(published ? List.of() : List.of("claims.x12"), names(root, "out"), "put twice, or never");
            if (!published) {
                assertArrayEquals(FolderChild.file(), Files.readAllBytes(root.resolve("out/claims.x12")));
                Files.delete(root.resolve("out/claims.x12"));
            }
            channel.put("claims.x12", FolderChild.file());
            assertEquals(List.of(), names(root, "out"), "put again although the partner took it");
        }
    }

    @Test
    void anAnswerIsTakenOnceWhereverTheProcessDies() throws Exception {
        byte[] answer = Interchanges.of(100, 1);
        int step = 0;
        boolean killed = true;
        while (killed) {
            Path root = Files.createDirectory(folder.resolve("take-" + step));
            Files.write(Files.createDirectory(root.resolve("in")).resolve("answer.x12"), answer);
            killed = killedAt(root, "take", step++);
            try (FolderChannel channel = channel(root)) {
                boolean waits = channel.waiting().equals(List.of("answer.x12"));
                assertFalse(waits && !names(root, "taken").isEmpty(), "it is there twice");
                channel.taken("answer.x12");
                channel.taken("answer.x12");
                assertEquals(List.of(), channel.waiting());
                assertArrayEquals(answer, Files.readAllBytes(root.resolve("taken/answer.x12")));
                assertEquals(List.of("answer.x12"), names(root, "taken"));
            }
        }
        assertEquals(2, step);
    }
}
