package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... arguments) {
        var in = new ByteArrayInputStream(new byte[0]);
        Console console = new Console(in, new PrintWriter(out), new PrintWriter(err), Clock.systemUTC());
        Map<String, String> environment =
                Map.of("PLAINCLAIM_TRAINING", folder.toString(), "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:none");
        return Commands.over(console, environment).execute(arguments);
    }

    @Test
    void listsShowsAndMarks() {
        assertEquals(0, run("train", "--category", "crisis", "--level", "1"));
        assertTrue(out.toString().contains("crisis-75"), out.toString());
        assertFalse(out.toString().contains("therapy-52"), out.toString());
        assertEquals(0, run("train", "therapy-52"));
        assertTrue(out.toString().contains("2026-03-03 10:52"), out.toString());
        assertFalse(out.toString().contains("90834"), out.toString());
        assertEquals(1, run("train", "therapy-52", "--line", "90837 x1 @11 ->1", "--diagnosis", "F41.1"));
        assertTrue(out.toString().contains("psychotherapy-38-52"), out.toString());
        assertEquals(0, run("train", "therapy-52", "--line", "90834 x1 @11 ->1", "--diagnosis", "F41.1"));
        assertTrue(out.toString().contains("12 of 12 points"), out.toString());
        assertEquals(0, run("train", "unsigned", "--gap", "df11"));
        assertEquals("", err.toString());
    }

    @Test
    void saysWhatCanNotBeRead() throws IOException {
        assertEquals(2, run("train", "nowhere"));
        assertEquals(2, run("train", "therapy-52", "--line", "psychotherapy"));
        Files.writeString(folder.resolve("ours.cases"), "case: ours\ncolour: red\n");
        assertEquals(2, run("train"));
        assertTrue(err.toString().contains("ours.cases:2: there is no key 'colour'"), err.toString());
    }
}
