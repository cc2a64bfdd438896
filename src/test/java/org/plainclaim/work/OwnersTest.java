package org.plainclaim.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Table;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.x12.remittance.DenialRules;
import org.plainclaim.x12.remittance.RemittanceTables;

final class OwnersTest {
    private static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());
    private static final Owners OWNERS = new Owners(LIBRARY);

    /** Tables whose rows never say that something is wrong. */
    private static final Set<String> SILENT = Set.of(
            "rules/advice",
            "edits/adjustments",
            "edits/acknowledgments",
            "edits/denials",
            "edits/provider-adjustments",
            "work/owners",
            "work/priorities",
            "authorization/review-actions",
            "authorization/request-items");

    @Test
    void noRuleThatCanSpeakIsWithoutAnOwner() {
        Set<String> orphans = new TreeSet<>();
        int asked = 0;
        for (String payer : LIBRARY.payers()) {
            for (Table table : LIBRARY.book(payer).orElseThrow().tables().values()) {
                for (Row row : table.rows()) {
                    if (speaks(table, row)) {
                        asked++;
                        orphan(row.rule(), orphans);
                    }
                }
            }
        }
        assertEquals(Set.of(), orphans);
        assertTrue(asked > 1000, () -> "too few rules were asked for");
    }

    private static boolean speaks(Table table, Row row) {
        boolean words = table.schema().results().contains("message")
                || table.schema().results().contains("severity");
        return words
                && !SILENT.contains(table.schema().file())
                && !row.result("severity").equals("info");
    }

    private static void orphan(String reason, Set<String> orphans) {
        if (!OWNERS.names(reason)) {
            orphans.add(reason);
        }
    }

    /** A table may name the owner itself; both say the same then. */
    @Test
    void tablesThatNameAnOwnerNameTheSameOne() {
        Map<String, String> differ = new TreeMap<>();
        for (Table table : LIBRARY.base().tables().values()) {
            for (Row row : table.rows()) {
                String named = row.result("owner");
                boolean other = !named.isEmpty()
                        && !table.schema().file().equals("work/owners")
                        && !OWNERS.of(row.rule()).owner().code().equals(named);
                if (other) {
                    differ.put(row.rule(), named);
                }
            }
        }
        assertEquals(Map.of(), differ);
    }

    @Test
    void whatIsWrongWithTheInputHasAnOwner() {
        Set<String> orphans = new TreeSet<>();
        CsvFile.read(TerminologyFolder.shipped().root().resolve("rules/session-input.csv"))
                .forEach(row -> orphan(row.at("rule"), orphans));
        assertEquals(Set.of(), orphans);
    }

    /** What other rooms raise work for, beside rules: found in their sources, so that none is forgotten. */
    @Test
    void everyKindThatTheProgramRaisesHasAnOwner() throws IOException {
        Set<String> orphans = new TreeSet<>();
        Pattern raised = Pattern.compile(
                "raise\\(key, \"([a-z-]+)\"|cause\\.item\\(\\s*(?:work\\.)?owners(?:\\(\\))?,\\s*\"([a-z-]+)\""
                        + "|^    [A-Z_]+\\(\\s*\"([a-z]+-[a-z-]+)\",|String INCOMPLETE = \"([a-z-]+)\"",
                Pattern.MULTILINE);
        int found = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/plainclaim/server"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = raised.matcher(Files.readString(file));
                while (matcher.find()) {
                    found++;
                    for (int group = 1; group <= matcher.groupCount(); group++) {
                        String reason = matcher.group(group);
                        if (reason != null) {
                            orphan(reason, orphans);
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), orphans);
        assertTrue(found > 5, () -> "nothing raises work any more?");
    }

    @Test
    void everyDenialHasAnOwnerThroughTheEditThatShouldHaveCaughtIt() {
        Set<String> orphans = new TreeSet<>();
        LIBRARY.base().table(RemittanceTables.DENIALS).rows().forEach(row -> orphan(row.result("edit"), orphans));
        orphan(DenialRules.GAP, orphans);
        assertEquals(Set.of(), orphans);
    }

    /** The ids of the scrub edits are those of the page that lists them, where it is there. */
    @Test
    void everyPublishedEditHasAnOwner() throws IOException {
        Set<String> orphans = new TreeSet<>();
        Path denials = TerminologyFolder.shipped().root().resolve("edits/denials.csv");
        assertTrue(Files.exists(denials));
        for (String family : Set.of("s19", "e14", "c14", "t13", "n16", "p11", "l13", "d10", "r10", "el20")) {
            String letters = family.replaceAll("\\d", "");
            for (int i = 1; i <= Integer.parseInt(family.substring(letters.length())); i++) {
                orphan(String.format("%s%02d-anything", letters, i), orphans);
            }
        }
        assertEquals(Set.of(), orphans);
    }

    @Test
    void whatNobodyKnowsGoesToTheBiller() {
        assertFalse(OWNERS.names("never-heard-of"));
        assertEquals(Owner.BILLER, OWNERS.of("never-heard-of").owner());
    }

    @Test
    void theNearestRowDecides() {
        assertEquals(Owner.CLINICIAN, OWNERS.of("df11-note-signed").owner());
        assertEquals(Owner.FRONT_DESK, OWNERS.of("el01-coverage-active").owner());
        assertEquals(Owner.BILLER, OWNERS.of("s03-rendering-npi").owner());
        assertEquals(Owner.CLINICIAN, OWNERS.of("s03-rendering").owner());
        assertEquals(Owner.FRONT_DESK, OWNERS.of("df01-birth-date").owner());
        assertEquals(Owner.CODER, OWNERS.of("x03-nicotine-dependence-use").owner());
        assertEquals(Owner.FRONT_DESK, OWNERS.of("e07").owner());
    }
}
