package org.plainclaim.terminology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.scenario.ScenarioSession;

final class RuleLoaderTest {
    @TempDir
    private Path folder = Path.of("unset");

    @BeforeEach
    void copyTheShippedFolder() throws IOException {
        CopiedFolder.shippedTo(folder);
    }

    @Test
    void sameTablesGiveTheSameDigestAndAnyChangeAnother() throws IOException {
        String before = digest();
        assertEquals(before, digest());
        append("rules/services/psychotherapy.csv", "\n");
        assertNotEquals(before, digest());
    }

    @Test
    void reportsEveryFaultWithFileLineAndColumn() throws IOException {
        append("rules/add-ons/psychotherapy.csv", "Bad Id,90834,16..1,90785,because,2026-13-01,,,,sure\n");
        append("edits/unit-limits/psychotherapy.csv", "no-citation,90791,1,hold,message,fix,,,,2026-11-23,confirmed\n");
        append("edits/unit-limits/psychotherapy.csv", "padded,90791| 90792,1,hold,message,fix,,,x,,confirmed\n");
        String report = faults();
        assertTrue(report.contains("add-ons/psychotherapy.csv:4: rule: 'Bad Id' is no id"), report);
        assertTrue(report.contains("unit-limits/psychotherapy.csv:3: citation: is empty"), report);
        assertTrue(
                report.contains("unit-limits/psychotherapy.csv:4: code: '90791| 90792' has an empty or padded value"),
                report);
        assertTrue(report.contains("unit-limits/psychotherapy.csv:4: verified_on: must be a date"), report);
    }

    @Test
    void refusesRowsThatOverlap() throws IOException {
        append("rules/services/psychotherapy.csv", service("again", "40..45", "2020-01-01"));
        assertTrue(faults().contains("again overlaps psychotherapy-38-52"), faults());
    }

    @Test
    void refusesTheSameIdTwiceAndTheRemovalOfNothing() throws IOException {
        append("rules/services/psychotherapy.csv", service("group", "700..", "2020-01-01"));
        append("payers/medicare/modifiers.csv", "no-such-rule,removed,,,,,,,,,,,,\n");
        assertTrue(faults().contains("'group' stands twice in this file"), faults());
        assertTrue(faults().contains("'no-such-rule' removes a rule that the base does not have"), faults());
    }

    @Test
    void refusesAColumnThatNobodyReads() throws IOException {
        Path file = folder.resolve("edits/unit-limits/psychotherapy.csv");
        Files.writeString(file, Files.readString(file).replace("rule,code,", "rule,codes,"));
        assertTrue(faults().contains("codes: is no column of unit-limits"), faults());
    }

    @Test
    void aPayerFolderReplacesRemovesAndAddsRows() {
        var library = RuleLoader.load(new TerminologyFolder(folder));
        var medicare = library.book("medicare").orElseThrow().tables();
        assertTrue(ids(medicare, "rules/modifiers").stream().noneMatch("modifier-level-social-worker"::equals));
        assertTrue(ids(medicare, "rules/add-ons").contains("crisis-outside-office-further-30-minutes"));
        assertEquals(
                1,
                ids(medicare, "rules/services").stream()
                        .filter("crisis-30-and-more"::equals)
                        .count());
    }

    @Test
    void aCredentialThatNoRowSpeaksOfHoldsTheClaim() throws IOException {
        Path file = folder.resolve("rules/who-may-bill/psychotherapy.csv");
        List<String> kept = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("may-bill-therapy,"))
                .toList();
        Files.write(file, kept);
        ClaimOutcome outcome = new ClaimDerivation(RuleLoader.load(new TerminologyFolder(folder)))
                .derive(ScenarioSession.of(new ObjectMapper()
                        .createObjectNode()
                        .put("service", "individual-psychotherapy")
                        .put("minutes", 45)));
        assertTrue(
                outcome.findings().stream().anyMatch(finding -> finding.rule().equals("may-bill-unknown")));
        assertTrue(!outcome.ready());
    }

    private static List<String> ids(java.util.Map<String, org.plainclaim.rules.Table> tables, String table) {
        return java.util.Objects.requireNonNull(tables.get(table)).rows().stream()
                .map(org.plainclaim.rules.Row::rule)
                .toList();
    }

    private static String service(String rule, String minutes, String from) {
        return rule + ",individual-psychotherapy," + minutes + ",,,90834,because,,," + from
                + ",,citation,2026-11-23,confirmed\n";
    }

    private String digest() {
        return RuleLoader.load(new TerminologyFolder(folder)).release().digest();
    }

    private String faults() {
        return String.valueOf(assertThrows(TerminologyFault.class, this::digest).getMessage());
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, java.nio.file.StandardOpenOption.APPEND);
    }
}
