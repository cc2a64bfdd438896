package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.release.PublishedFiles;

/** The commands {@code load} and {@code doctor} as people use them. */
final class DoctorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private String out = "";
    private String err = "";

    private int run(String... arguments) {
        return in(Map.of("PLAINCLAIM_RELEASES", temp.resolve("releases").toString()), arguments);
    }

    private int in(Map<String, String> environment, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter complaints = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]), new PrintWriter(output), new PrintWriter(complaints), CLOCK);
        int code = Commands.over(console, environment).execute(arguments);
        out = output.toString();
        err = complaints.toString();
        return code;
    }

    private JsonNode system(String id) throws Exception {
        return StreamSupport.stream(
                        new ObjectMapper().readTree(out).path("systems").spliterator(), false)
                .filter(one -> one.path("system").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhatIsStaleAndWhatIsThereforeNotChecked() throws Exception {
        assertEquals(1, run("doctor"));
        assertTrue(out.contains("STALE   ncci-pairs"), out);
        assertTrue(out.contains("not checked: procedure pairs beyond those in the tables"), out);
        assertTrue(out.lines().anyMatch(line -> line.startsWith("ok      tables/edits")), out);
        Path pairs = PublishedFiles.pairs(temp.resolve("ccipra-v323r0-f1.txt"), "90834 96127 20261001 * 0");
        assertEquals(0, run("load", "ncci-pairs", pairs.toString(), "--effective", "2026-10-01"));
        assertTrue(out.startsWith("Loaded ncci-pairs ccipra-v323r0-f1 from 2026-10-01: 1 rows, "), out);
        assertTrue(err.contains("fewer than a published release has"), err);
        assertEquals(1, run("doctor", "--json"));
        assertTrue(system("ncci-pairs").path("covered").asBoolean(), out);
        assertEquals("2026-12-31", system("ncci-pairs").path("through").asText());
        assertFalse(system("ncci-units").path("covered").asBoolean(), out);
        assertEquals(1, run("doctor", "--json", "--date", "2027-01-01"));
        assertFalse(system("ncci-pairs").path("covered").asBoolean(), out);
    }

    @Test
    void isWellWhenEverythingCoversTheDay() throws Exception {
        load("icd-10-cm", "2026-10-01", PublishedFiles.orderFile(temp.resolve("icd10cm-order-2027.txt"), "A000"));
        String code = PublishedFiles.hcpcs("H0004", 3, "Text", "20261001", "");
        load(
                "hcpcs",
                "2026-10-01",
                PublishedFiles.write(temp.resolve("HCPC2026_OCT_ANWEB.txt"), java.util.List.of(code)));
        load("ncci-pairs", "2026-10-01", PublishedFiles.pairs(temp.resolve("p.txt"), "90834 96127 20261001 * 0"));
        load("ncci-units", "2026-10-01", PublishedFiles.units(temp.resolve("u.csv"), "90834 1 3"));
        load("cpt", "2026-01-01", Files.writeString(temp.resolve("c.txt"), "90834\tMade up\n"));
        assertEquals(0, run("doctor"), out);
        assertEquals(1, run("doctor", "--date", "2027-01-01"));
    }

    private void load(String kind, String effective, Path file) {
        assertEquals(0, run("load", kind, file.toString(), "--effective", effective), () -> err);
    }

    @Test
    void listsAndRefusesInWords() throws Exception {
        Path file = PublishedFiles.orderFile(temp.resolve("icd10cm-order-2027.txt"), "A000");
        load("icd-10-cm", "2026-10-01", file);
        assertEquals(0, run("load", "icd-10-cm", file.toString(), "--effective", "2026-10-01"));
        assertTrue(out.startsWith("Already loaded: icd-10-cm icd10cm-order-2027 from 2026-10-01"), out);
        assertEquals(0, run("load", "--list"));
        assertEquals(1, out.lines().count());
        assertEquals(1, run("load", "icd-10-cm", file.toString(), "--effective", "2025-10-01"));
        assertTrue(err.contains("load it with --effective 2026-10-01") && err.contains("Nothing was loaded."), err);
        assertEquals(0, run("load", "icd-10-cm", "--rollback"));
        assertEquals(1, run("load", "icd-10-cm", "--rollback"));
        assertEquals(2, run("load", "snomed", file.toString(), "--effective", "2026-10-01"));
        assertTrue(err.startsWith("Say what to load: icd-10-cm, hcpcs"), err);
        assertEquals(2, run("load", "icd-10-cm", file.toString()));
        assertEquals(2, in(Map.of("PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:x"), "load", "--list"));
        assertTrue(err.contains("PLAINCLAIM_RELEASES"), err);
        assertEquals(2, in(Map.of("PLAINCLAIM_NOTHING", "x"), "doctor"));
    }

    @Test
    void aDamagedFolderIsSaid() throws Exception {
        Files.createDirectories(temp.resolve("releases"));
        Files.writeString(temp.resolve("releases/manifest"), "something else");
        assertEquals(2, run("doctor"));
        assertTrue(err.contains("is damaged"), err);
        assertEquals(1, run("load", "--list"));
    }
}
