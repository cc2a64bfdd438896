package org.plainclaim.scrub;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.TableSchema;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** One thing is wrong with each claim: the edit that speaks of it fails, and no other does. */
final class ScrubScenariosTest {
    private static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());
    private static final ClaimScrub SCRUB = new ClaimScrub(LIBRARY);
    private static final List<ScrubScenario> ALL = ScrubScenario.all();

    /** Looked at when the remittance is posted. */
    private static final Set<String> NEVER_FAIL = Set.of("r10");

    /** Says that an edit has no implementation, which no shipped edit may. */
    private static final String DEFECT = "reason-nobody-looked";

    private static ScrubOutcome scrub(ScrubScenario scenario) {
        SampleClaim claim = scenario.claim();
        return SCRUB.scrub(claim.submission(), claim.context());
    }

    @TestFactory
    Stream<DynamicTest> findsWhatABillerExpects() {
        return ALL.stream().map(scenario -> dynamicTest(scenario.name(), () -> check(scenario)));
    }

    private static void check(ScrubScenario scenario) {
        ScrubOutcome outcome = scrub(scenario);
        assertAll(
                scenario.name(),
                () -> assertEquals(edits(scenario.fails()), edits(rules(outcome, Verdict.FAIL)), "fails"),
                () -> assertTrue(
                        said(outcome, Verdict.FAIL).containsAll(scenario.fails()),
                        () -> "fails " + scenario.fails() + " but was " + said(outcome, Verdict.FAIL)),
                () -> assertTrue(
                        said(outcome, Verdict.NOT_CHECKED).containsAll(scenario.open()),
                        () -> "open " + scenario.open() + " but was " + said(outcome, Verdict.NOT_CHECKED)),
                () -> assertTrue(
                        said(outcome, Verdict.BYPASSED).containsAll(scenario.skips()),
                        () -> "skips " + scenario.skips() + " but was " + said(outcome, Verdict.BYPASSED)));
        outcome.findings().forEach(ScrubScenariosTest::isExplained);
    }

    private static void isExplained(ScrubFinding finding) {
        String message = finding.finding().message();
        assertTrue(
                !message.isBlank() && !message.contains("{") && !message.contains("unknown "),
                () -> finding.edit() + ": " + message);
        boolean todo =
                finding.finding().verdict() == Verdict.FAIL || finding.finding().verdict() == Verdict.NOT_CHECKED;
        assertEquals(todo, !finding.finding().fix().isBlank(), () -> finding.edit() + " has a fix");
    }

    private static Stream<ScrubFinding> of(ScrubOutcome outcome, Verdict verdict) {
        return outcome.findings().stream().filter(finding -> finding.finding().verdict() == verdict);
    }

    private static List<String> rules(ScrubOutcome outcome, Verdict verdict) {
        return of(outcome, verdict).map(ScrubFinding::edit).toList();
    }

    /** An edit alone, with its case, with the rule that decided, and with the reason. */
    private static Set<String> said(ScrubOutcome outcome, Verdict verdict) {
        return of(outcome, verdict)
                .flatMap(finding -> Stream.concat(
                        Stream.of(finding.edit()),
                        finding.rules().stream().map(rule -> finding.edit() + "/" + short_(finding.edit(), rule))))
                .collect(Collectors.toSet());
    }

    private static String short_(String edit, String rule) {
        String row = "edit-" + edit + "-";
        if (rule.startsWith(row)) {
            return rule.substring(row.length());
        }
        return rule.startsWith("reason-") ? rule.substring("reason-".length()) : rule;
    }

    private static Set<String> edits(List<String> entries) {
        return entries.stream().map(entry -> entry.split("/", -1)[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyEditOfTheCatalogueIsThere() {
        Set<String> expected = new TreeSet<>();
        String[] families = {"s19", "e14", "c14", "t13", "n16", "p11", "l13", "d10", "r10"};
        for (String last : families) {
            for (int i = 1; i <= Integer.parseInt(last.substring(1)); i++) {
                expected.add(String.format("%s%02d", last.substring(0, 1), i));
            }
        }
        for (String payer : LIBRARY.payers()) {
            Set<String> there = LIBRARY.book(payer).orElseThrow().table(ScrubTables.EDITS).rows().stream()
                    .map(row -> row.conditions().get(0).text())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(expected, there, payer);
        }
    }

    @Test
    void everyEditAnswersOnceForEachClaimOrLine() {
        for (ScrubScenario scenario : ALL) {
            Set<String> seen = new HashSet<>();
            for (ScrubFinding finding : scrub(scenario).findings()) {
                assertTrue(seen.add(finding.edit() + " " + finding.line()), () -> finding.edit() + " twice");
                assertTrue(
                        !finding.rules().contains(DEFECT),
                        () -> scenario.name() + ": nobody looked at " + finding.edit());
            }
            Set<String> edits = seen.stream().map(one -> one.substring(0, 3)).collect(Collectors.toSet());
            boolean lines = !scenario.claim().lines.isEmpty();
            assertTrue(!lines || edits.size() == 120, () -> scenario.name() + " " + edits.size());
        }
    }

    @Test
    void everyEditFailsInSomeScenario() {
        Set<String> failed = new TreeSet<>();
        ALL.forEach(scenario -> failed.addAll(edits(rules(scrub(scenario), Verdict.FAIL))));
        Set<String> never = new TreeSet<>();
        LIBRARY.base().table(ScrubTables.EDITS).rows().stream()
                .map(row -> row.conditions().get(0).text())
                .filter(edit -> !failed.contains(edit) && !NEVER_FAIL.contains(edit))
                .forEach(never::add);
        assertEquals(Set.of(), never);
    }

    @Test
    void everyRowSpeaksInSomeScenario() {
        Set<String> spoken = new TreeSet<>(Set.of(DEFECT));
        for (ScrubScenario scenario : ALL) {
            ScrubOutcome outcome = scrub(scenario);
            outcome.findings().stream()
                    .filter(finding -> finding.finding().verdict() != Verdict.PASS)
                    .forEach(finding -> spoken.addAll(finding.rules()));
            Row filing = outcome.filing().rule();
            if (filing != null) {
                spoken.add(filing.rule() + " of " + outcome.book().payer());
            }
        }
        Set<String> never = new TreeSet<>();
        for (TableSchema schema :
                List.of(ScrubTables.CASES, ScrubTables.REASONS, ScrubTables.LINES, ScrubTables.BESIDE)) {
            for (String payer : LIBRARY.payers()) {
                LIBRARY.book(payer).orElseThrow().table(schema).rows().stream()
                        .map(Row::rule)
                        .filter(rule -> !spoken.contains(rule))
                        .forEach(never::add);
            }
        }
        for (String payer : LIBRARY.payers()) {
            LIBRARY.book(payer).orElseThrow().table(ScrubTables.FILING).rows().stream()
                    .map(row -> row.rule() + " of " + payer)
                    .filter(rule -> !spoken.contains(rule))
                    .forEach(never::add);
        }
        assertEquals(Set.of(), never);
    }
}
