package org.plainclaim.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderChannelTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:30:00Z");
    private static final Limits SMALL = new Limits(
            5_000, 100, Duration.ofSeconds(1), Duration.ofSeconds(1), 1, Duration.ZERO, Duration.ofSeconds(2));

    @TempDir
    private Path folder = Path.of("");

    private FolderChannel channel = new FolderChannel(Path.of(""), SMALL, Clock.systemUTC(), Steps.NONE);

    @BeforeEach
    void open() throws IOException {
        channel = new FolderChannel(folder, SMALL, Clock.fixed(NOW, ZoneOffset.UTC), Steps.NONE);
        channel.waiting();
    }

    private List<String> names(String sub) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(sub))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Path arrive(String name, byte[] bytes, Duration age) throws IOException {
        Path file = Files.write(folder.resolve("in").resolve(name), bytes);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    @Test
    void putsAFileOnce() throws IOException {
        byte[] file = Interchanges.of(100, 1);
        channel.put("a.x12", file);
        channel.put("a.x12", file);
        assertEquals(List.of("a.x12"), names("out"));
        assertEquals(List.of(), names("ready"));
        assertArrayEquals(file, Files.readAllBytes(folder.resolve("out/a.x12")));
        Files.delete(folder.resolve("out/a.x12"));
        channel.put("a.x12", file);
        assertEquals(List.of(), names("out"), "the partner took it: it must not come again");
    }

    @Test
    void refusesOtherBytesOfTheSameName() throws IOException {
        channel.put("a.x12", Interchanges.of(100, 1));
        assertThrows(RefusedFileException.class, () -> channel.put("a.x12", Interchanges.of(100, 2)));
        Files.write(folder.resolve("out/b.x12"), Interchanges.of(100, 1));
        assertThrows(RefusedFileException.class, () -> channel.put("b.x12", Interchanges.of(100, 2)));
        channel.put("b.x12", Interchanges.of(100, 1));
        assertEquals(List.of("a.x12", "b.x12"), names("out"));
        assertArrayEquals(Interchanges.of(100, 1), Files.readAllBytes(folder.resolve("out/a.x12")));
    }

    @Test
    void refusesWhatIsTooLargeOrHasNoName() {
        RefusedFileException large =
                assertThrows(RefusedFileException.class, () -> channel.put("a.x12", new byte[5_001]));
        assertEquals("a.x12 has 5001 bytes; the largest file may have 5000", large.getMessage());
        for (String name :
                List.of("../a", "a/b", "", ".", "..", ".a", "a\\b", "a\0b", "/a", "a..b", "a\n", "a.tmp", "a.PART")) {
            assertThrows(RefusedFileException.class, () -> channel.put(name, new byte[1]), name);
        }
    }

    @Test
    void handsOutOnlyWholeFiles() throws IOException {
        byte[] whole = Interchanges.of(100, 1);
        arrive("b.x12", whole, Duration.ofSeconds(3));
        arrive("a.x12", whole, Duration.ofSeconds(2));
        arrive("fresh.x12", whole, Duration.ofSeconds(1));
        arrive("later.x12", whole, Duration.ofMinutes(-1));
        arrive("c.x12.tmp", whole, Duration.ofHours(1));
        arrive("c.x12.part", whole, Duration.ofHours(1));
        arrive(".c.x12", whole, Duration.ofHours(1));
        arrive("empty.x12", new byte[0], Duration.ofSeconds(3));
        for (int cut = 1; cut < whole.length; cut += 7) {
            arrive("cut.x12", java.util.Arrays.copyOf(whole, whole.length - cut), Duration.ofSeconds(3));
            assertEquals(List.of("a.x12", "b.x12"), channel.waiting(), "cut off by " + cut);
            assertEquals(List.of(), channel.refused());
        }
        byte[] lines = java.util.Arrays.copyOf(whole, whole.length + 2);
        lines[whole.length] = '\r';
        lines[whole.length + 1] = '\n';
        arrive("lines.x12", lines, Duration.ofSeconds(3));
        assertEquals(List.of("a.x12", "b.x12", "lines.x12"), channel.waiting());
    }

    @Test
    void saysWhatItDoesNotHandOut() throws IOException {
        arrive("large.x12", Interchanges.of(6_000, 1), Duration.ofSeconds(3));
        arrive("w\u00fcst.x12", Interchanges.of(100, 1), Duration.ofSeconds(3));
        arrive("report.txt", new byte[] {'H', 'i'}, Duration.ofHours(1));
        Files.createDirectory(folder.resolve("in/sub"));
        Path outside = Files.write(folder.resolve("secret"), Interchanges.of(100, 1));
        Files.createSymbolicLink(folder.resolve("in/link.x12"), outside);
        assertEquals(List.of(), channel.waiting());
        assertEquals(
                List.of(
                        new RefusedFile("large.x12", "it is larger than 5000 bytes"),
                        new RefusedFile("link.x12", "it is no file"),
                        new RefusedFile("report.txt", "it has no end of an interchange (IEA), and nobody writes to it"),
                        new RefusedFile("sub", "it is no file"),
                        new RefusedFile("w?st.x12", "its name has letters that a name must not have")),
                channel.refused());
        for (String name : List.of("link.x12", "large.x12", "sub", "../secret", "none.x12")) {
            assertThrows(RefusedFileException.class, () -> channel.open(name), name);
        }
    }

    @Test
    void handsOutTheBytesAndNotAgainWhenTaken() throws IOException {
        byte[] answer = Interchanges.of(100, 1);
        arrive("a.x12", answer, Duration.ofSeconds(3));
        try (InputStream bytes = channel.open("a.x12")) {
            assertArrayEquals(answer, bytes.readAllBytes());
        }
        channel.taken("a.x12");
        channel.taken("a.x12");
        assertEquals(List.of(), channel.waiting());
        assertEquals(List.of("a.x12"), names("taken"));
        assertThrows(RefusedFileException.class, () -> channel.taken("b.x12"));
        assertThrows(RefusedFileException.class, () -> channel.taken("../a.x12"));
    }

    @Test
    void aNameThatComesAgainIsANewFile() throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            arrive("a.x12", Interchanges.of(100, seed), Duration.ofSeconds(3));
            assertEquals(List.of("a.x12"), channel.waiting());
            channel.taken("a.x12");
        }
        assertEquals(List.of("a.x12", "a.x12~2", "a.x12~3"), names("taken"));
        assertTrue(channel.waiting().isEmpty());
    }
}
