package org.plainclaim.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plainclaim.access.AccessTables;
import org.plainclaim.advice.Advice;
import org.plainclaim.advice.Advisor;
import org.plainclaim.audit.Retention;
import org.plainclaim.authorization.AuthorizationTables;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.confidentiality.ConfidentialityTables;
import org.plainclaim.edit.EditTables;
import org.plainclaim.eligibility.EligibilityTables;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.plausibility.SignalTables;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Table;
import org.plainclaim.scrub.ScrubTables;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.work.WorkTables;
import org.plainclaim.x12.acknowledgment.AcknowledgmentWords;
import org.plainclaim.x12.remittance.RemittanceTables;

final class ScenariosTest {
    private static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(LIBRARY);

    /** Tested with a folder that lacks a row, in {@code RuleLoaderTest}. */
    private static final String UNREACHABLE_WITH_SHIPPED_TABLES = "may-bill-unknown";

    /** Rules that hold what the tables themselves never produce; their failing is tested with the edit engine. */
    private static final Set<String> GUARDS = Stream.of(
                    EditTables.PRIMARIES,
                    EditTables.UNIT_LIMITS,
                    EditTables.FREQUENCY_LIMITS,
                    CodingTables.PROPOSED_CODES)
            .flatMap(schema -> LIBRARY.payers().stream()
                    .flatMap(payer -> LIBRARY.book(payer).orElseThrow().table(schema).rows().stream()))
            .map(Row::rule)
            .collect(Collectors.toSet());

    @TestFactory
    Stream<DynamicTest> derivesWhatABillerExpects() throws IOException {
        return Scenario.all().stream().map(scenario -> dynamicTest(scenario.name(), () -> check(scenario)));
    }

    private static void check(Scenario scenario) {
        ClaimOutcome outcome =
                DERIVATION.derive(ScenarioSession.of(scenario.facts()), ScenarioHistory.of(scenario.facts()));
        Set<String> held = rules(outcome.findings().stream().filter(Finding::holds));
        Set<String> said = rules(outcome.findings().stream().filter(finding -> finding.verdict() != Verdict.PASS));
        Set<String> passed = rules(outcome.findings().stream().filter(finding -> finding.verdict() == Verdict.PASS));
        assertAll(
                scenario.name(),
                () -> assertTrue(passed.containsAll(scenario.passes()), () -> "passes " + scenario.passes()),
                () -> assertEquals(scenario.held(), held, "held"),
                () -> assertEquals(scenario.lines(), lines(scenario, outcome), "lines"),
                () -> assertEquals(
                        scenario.claims(outcome.claims().size()),
                        outcome.claims().size(),
                        "claims"),
                () -> assertTrue(
                        scenario.forms().isEmpty() || scenario.forms().equals(forms(outcome)),
                        () -> "forms " + scenario.forms() + " but was " + forms(outcome)),
                () -> assertTrue(
                        said.containsAll(scenario.says()), () -> "says " + scenario.says() + " but was " + said),
                () -> assertTrue(
                        said.stream().noneMatch(scenario.silent()::contains),
                        () -> "silent " + scenario.silent() + " but was " + said),
                () -> assertTrue(
                        scenario.sequence().isEmpty() || scenario.sequence().equals(sequence(outcome)),
                        () -> "sequence " + scenario.sequence() + " but was " + sequence(outcome)),
                () -> assertTrue(
                        scenario.points().isEmpty() || scenario.points().equals(points(outcome)),
                        () -> "points " + scenario.points() + " but was " + points(outcome)),
                () -> assertEquals(scenario.held().isEmpty(), outcome.ready() || outcome.billedElsewhere(), "ready"));
        lines(outcome).forEach(ScenariosTest::isExplained);
    }

    private static void isExplained(ServiceLine line) {
        assertFalse(line.because().isBlank());
        assertFalse(line.because().contains("{"));
        assertFalse(
                line.code().label().isBlank(),
                () -> "no label for " + line.code().code());
        line.reasons().forEach(reason -> {
            assertFalse(reason.evidence().isEmpty());
            assertFalse(reason.source().citation().isBlank());
        });
        assertTrue(line.reasons().get(0).source().effectiveFrom() != null);
    }

    /** A line as {@code 90840*2-95@10}; units of one, modifiers and place only where the scenario speaks of them. */
    private static List<String> lines(Scenario scenario, ClaimOutcome outcome) {
        boolean places = scenario.lines().stream().anyMatch(line -> line.contains("@"));
        return lines(outcome)
                .map(line -> line.code().code()
                        + (line.units() == 1 ? "" : "*" + line.units())
                        + line.modifiers().stream()
                                .map(modifier -> "-" + modifier)
                                .collect(Collectors.joining())
                        + (places ? "@" + line.placeOfService() : ""))
                .toList();
    }

    private static List<String> forms(ClaimOutcome outcome) {
        return outcome.claims().stream()
                .map(claim -> claim.form().typeOfBill()
                        + (claim.form().conditionCode().isEmpty()
                                ? ""
                                : "/" + claim.form().conditionCode())
                        + claim.lines().stream()
                                .map(line -> line.revenueCode().isEmpty() ? "" : " " + line.revenueCode())
                                .collect(Collectors.joining()))
                .toList();
    }

    private static List<String> sequence(ClaimOutcome outcome) {
        return outcome.claims().stream()
                .limit(1)
                .flatMap(claim -> claim.diagnoses().stream())
                .map(diagnosis -> diagnosis.code().orElse(""))
                .toList();
    }

    private static List<String> points(ClaimOutcome outcome) {
        return lines(outcome)
                .map(line -> line.pointers().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    private static Stream<ServiceLine> lines(ClaimOutcome outcome) {
        return outcome.claims().stream().flatMap(claim -> claim.lines().stream());
    }

    private static Set<String> rules(Stream<Finding> findings) {
        return findings.map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is asked for a held session, by the word or column that asks. */
    private static Stream<String> asked(Scenario scenario, ClaimOutcome outcome) {
        if (outcome.ready()) {
            return Stream.of();
        }
        Advice advice = Advisor.advise(DERIVATION, outcome, ScenarioHistory.of(scenario.facts()));
        return advice.paths().stream().flatMap(path -> path.steps().stream()).map(step -> step.fact()
                .split(" ", -1)[0]);
    }

    @Test
    void exercisesEveryRuleOfEveryPayer() throws IOException {
        Set<String> exercised = new TreeSet<>();
        for (Scenario scenario : Scenario.all()) {
            ClaimOutcome outcome =
                    DERIVATION.derive(ScenarioSession.of(scenario.facts()), ScenarioHistory.of(scenario.facts()));
            outcome.findings().stream()
                    .filter(finding -> finding.verdict() != Verdict.PASS || GUARDS.contains(finding.rule()))
                    .forEach(finding -> exercised.add(finding.rule()));
            outcome.session()
                    .services()
                    .forEach(service ->
                            service.content().details().keySet().forEach(detail -> exercised.add("detail-" + detail)));
            asked(scenario, outcome).forEach(fact -> exercised.add("ask-" + fact));
            lines(outcome).forEach(line -> {
                exercised.add("code-" + line.code().code().toLowerCase(java.util.Locale.ROOT));
                line.reasons().forEach(reason -> exercised.add(reason.source().rule()));
            });
        }
        exercised.add(UNREACHABLE_WITH_SHIPPED_TABLES);
        Set<String> never = new TreeSet<>();
        for (String payer : LIBRARY.payers()) {
            for (Table table : LIBRARY.book(payer).orElseThrow().tables().values()) {
                // codes of remittances are read after the claim: DenialRulesTest and PosterTest hold their rows
                // signals look at many sessions: SignalsTest has a case for each row
                // edits of claims that leave: ScrubScenariosTest and ScrubTablesTest have a case for each row
                // eligibility is asked of payers: EligibilityReviewTest and its neighbours hold its rows
                // who may do what is asked over HTTP: AccessMatrixTest asks every row
                // what is confidential is about records and who asks: LabellingTest, DisclosureRulesTest and their
                // neighbours
                // words for the codes of TA1 and 999: AcknowledgmentWordsTest; how long records are kept: LifecycleTest
                // national edits need a loaded release: NationalEditsTest has a case for each row
                table.rows().stream()
                        .filter(row -> !table.schema().equals(EditTables.NATIONAL_EDITS))
                        .filter(row -> !table.schema().equals(SignalTables.SIGNALS))
                        .filter(row -> !RemittanceTables.ALL.contains(table.schema()))
                        .filter(row -> !ScrubTables.ALL.contains(table.schema()))
                        .filter(row -> !EligibilityTables.ALL.contains(table.schema()))
                        .filter(row -> !WorkTables.ALL.contains(table.schema()))
                        .filter(row -> !AuthorizationTables.ALL.contains(table.schema()))
                        .filter(row -> !AccessTables.ALL.contains(table.schema()))
                        .filter(row -> !ConfidentialityTables.ALL.contains(table.schema()))
                        .filter(row -> !table.schema().equals(AcknowledgmentWords.TABLE))
                        .filter(row -> !table.schema().equals(Retention.TABLE))
                        .filter(row -> !exercised.contains(row.rule()))
                        .forEach(row -> never.add(row.rule() + " (" + row.origin() + ")"));
            }
        }
        assertEquals(Set.of(), never, "rules that no scenario exercises");
    }
}
