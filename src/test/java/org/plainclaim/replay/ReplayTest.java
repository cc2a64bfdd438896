package org.plainclaim.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.replay.Tally.Example;

/** The replay of an export in one thread, as Spark runs it on many. */
final class ReplayTest {
    private static final int SESSIONS = 200;

    @TempDir
    private static Path folder = Path.of("");

    private static Sides longer;

    @BeforeAll
    static void writeExportAndOtherRules() throws IOException {
        GeneratedExport.write(folder.resolve("export"), SESSIONS, 7);
        Path rules = folder.resolve("rules");
        copy(Path.of("terminology"), rules);
        Path services = rules.resolve("rules/services/psychotherapy.csv");
        Files.writeString(
                services,
                Files.readString(services)
                        .replace("individual-psychotherapy,53..,", "individual-psychotherapy,75..,")
                        .replace("individual-psychotherapy,38..52,", "individual-psychotherapy,38..74,"));
        longer = Sides.load(setup(RuleSource.SHIPPED, rules.toString()));
    }

    private static ReplaySetup setup(String before, String after) {
        return new ReplaySetup(RuleSource.named(before, null), RuleSource.named(after, null), null, null);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> inside = Files.walk(from)) {
            for (Path path : inside.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static Tally replay(Path export, Sides sides) {
        return ExportFolder.at(export).replay(sides);
    }

    @Test
    void findsTheSessionsThatAnotherLimitOfMinutesChanges() {
        Tally tally = replay(folder.resolve("export"), longer);
        assertEquals(SESSIONS, tally.all().sessions());
        assertTrue(tally.all().changed() > 5, () -> "changed: " + tally.all().changed());
        assertTrue(tally.all().changed() < SESSIONS / 2);
        assertTrue(tally.all().after() < tally.all().before(), "shorter codes cost less");
        assertEquals(0, tally.unpriced() + tally.astray() + tally.unreadableLines());
        assertTrue(tally.byRule().containsKey("psychotherapy-53-and-more"), tally.byRule()::toString);
        assertEquals(
                tally.all().before(),
                tally.byPayer().values().stream().mapToLong(Tally.Sum::before).sum());
        for (Example example : tally.examples().getOrDefault("psychotherapy-53-and-more", new TreeSet<>())) {
            assertTrue(example.before().contains("90837"), example::toString);
            assertTrue(example.after().contains("90834"), example::toString);
            boolean ready = example.after().startsWith("ready");
            assertTrue(!ready || example.whyAfter().contains("90834 is"), example::toString);
            assertFalse(example.whyAfter().isEmpty());
        }
    }

    @Test
    void theSameRulesChangeNothing() {
        Tally tally = replay(folder.resolve("export"), Sides.load(setup(RuleSource.SHIPPED, RuleSource.SHIPPED)));
        assertEquals(SESSIONS, tally.all().sessions());
        assertEquals(0, tally.all().changed());
        assertEquals(tally.all().before(), tally.all().after());
        assertTrue(tally.all().before() > 0);
    }

    @Test
    void theOrderOfLinesDoesNotMatter() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("export"))) {
            files.sorted().forEach(file -> {
                try {
                    lines.addAll(Files.readAllLines(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        Collections.shuffle(lines, new Random(3));
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        Files.write(mixed.resolve("all.ndjson"), lines);
        assertEquals(
                ReplayReport.of(longer.setup(), replay(folder.resolve("export"), longer)),
                ReplayReport.of(longer.setup(), replay(mixed, longer)));
    }

    @Test
    void comparesTheRulesOfTwoDates() {
        ReplaySetup dates = new ReplaySetup(
                RuleSource.named(RuleSource.SHIPPED, LocalDate.of(2026, 6, 1)),
                RuleSource.named(RuleSource.SHIPPED, LocalDate.of(1950, 1, 1)),
                null,
                null);
        Tally tally = replay(folder.resolve("export"), Sides.load(dates));
        assertTrue(tally.all().before() > 0);
        assertEquals(0, tally.all().after(), "no rule of this program was in force in 1950");
        assertTrue(tally.byStanding().containsKey("ready -> held"), tally.byStanding()::toString);
    }

    @Test
    void saysWhatIsLeftOut() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("odd"));
        Files.write(
                odd.resolve("odd.ndjson"),
                List.of(
                        "{\"resourceType\":\"Encounter\",\"id\":\"1\",\"status\":\"finished\"}",
                        "{\"resourceType\":\"Procedure\",\"subject\":{\"identifier\":{\"value\":\"7\"}}}",
                        "{\"resourceType\":\"Task\",\"id\":\"2\"}",
                        "{\"resourceType\":\"Encounter\",\"subject\":{\"reference\":\"Patient/3\"},\"id\":\"3\",",
                        "no JSON"));
        Tally tally = replay(odd, longer);
        assertEquals(0, tally.all().sessions());
        assertEquals(2, tally.astray());
        assertEquals(1, tally.unreadableLines());
        String report = ReplayReport.of(longer.setup(), tally);
        assertTrue(report.contains("2 resources name no patient"), report);
    }

    @Test
    void aSessionThatIsNotFhirIsUnreadableUnderBoth() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("unreadable"));
        Files.writeString(
                odd.resolve("odd.ndjson"),
                "{\"resourceType\":\"Encounter\",\"subject\":{\"reference\":\"Patient/3\"},\"id\":\"3\",\"status\":7}\n");
        Tally tally = replay(odd, longer);
        assertEquals(1, tally.all().sessions());
        assertEquals(0, tally.all().changed());
        assertTrue(tally.byStanding().containsKey("unreadable -> unreadable"), tally.byStanding()::toString);
    }

    @Test
    void refusesAFolderWithoutAnExport() {
        UncheckedIOException refused =
                assertThrows(UncheckedIOException.class, () -> ExportFolder.at(folder.resolve("nowhere")));
        assertFalse(String.valueOf(refused.getMessage()).isEmpty());
    }
}
