package org.plainclaim.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.edit.EditTables;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Source;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Situation;
import org.plainclaim.scenario.RandomSession;
import org.plainclaim.scenario.ScenarioHistory;
import org.plainclaim.scenario.ScenarioSession;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What holds for every session, whatever was or was not documented. */
final class DerivationPropertiesTest {
    private static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(LIBRARY);
    private static final RandomSession SESSIONS = new RandomSession(LIBRARY);

    @Provide
    Arbitrary<ObjectNode> sessions() {
        return Arbitraries.randomValue(SESSIONS::next);
    }

    @Provide
    Arbitrary<ObjectNode> documented() {
        return Arbitraries.randomValue(SESSIONS::documented);
    }

    private static ClaimOutcome derive(ObjectNode facts) {
        return DERIVATION.derive(ScenarioSession.of(facts), ScenarioHistory.of(facts));
    }

    @Property(seed = "20261123", shrinking = ShrinkingMode.OFF)
    void everySessionGetsAnAnswerThatSaysWhy(@ForAll("sessions") ObjectNode facts) {
        ClaimOutcome outcome = derive(facts);
        boolean holds = outcome.findings().stream().anyMatch(Finding::holds);
        assertEquals(outcome.ready() || outcome.billedElsewhere(), !holds, "neither ready, held nor billed elsewhere");
        outcome.findings().forEach(finding -> {
            assertFalse(finding.message().isBlank());
            assertFalse(finding.message().contains("{"), finding::message);
            assertTrue(
                    finding.verdict() != Verdict.FAIL
                            || !finding.holds()
                            || !finding.fix().isBlank(),
                    finding::rule);
        });
        for (ServiceLine line : lines(outcome)) {
            assertFalse(line.because().contains("{"), line::because);
            line.reasons().forEach(reason -> assertFalse(reason.evidence().isEmpty()));
        }
    }

    @Property(seed = "11", shrinking = ShrinkingMode.OFF)
    void noMinuteIsInTwoLines(@ForAll("documented") ObjectNode facts) {
        ClaimOutcome outcome = derive(facts);
        RuleBook book = DERIVATION.bookOf(outcome.session());
        Set<String> primaries = new HashSet<>();
        for (ServiceLine line : lines(outcome)) {
            boolean addOn = book.table(CodingTables.ADD_ONS).rows().stream()
                    .anyMatch(row -> row.result("code").equals(line.code().code()));
            assertTrue(addOn || primaries.add(line.service()), () -> "a minute in two lines: " + line.service());
        }
    }

    @Property(seed = "12", shrinking = ShrinkingMode.OFF)
    void aClaimHasNoMoreThanItMayHave(@ForAll("documented") ObjectNode facts) {
        for (DerivedClaim claim : derive(facts).claims()) {
            assertTrue(claim.diagnoses().size() <= 12);
            for (ServiceLine line : claim.lines()) {
                assertTrue(line.modifiers().size() <= 4);
                assertEquals(
                        line.modifiers().size(), Set.copyOf(line.modifiers()).size(), "a modifier twice");
                assertTrue(line.pointers().size() <= 4);
                assertTrue(line.units() >= 1);
                line.pointers()
                        .forEach(pointer -> assertTrue(
                                pointer >= 1 && pointer <= claim.diagnoses().size()));
            }
        }
    }

    @Property(seed = "13", shrinking = ShrinkingMode.OFF)
    void everyAddOnOfAReadyClaimHasItsPrimaryOnTheSameClaimDateAndNumber(@ForAll("documented") ObjectNode facts) {
        ClaimOutcome outcome = derive(facts);
        Assume.that(outcome.ready());
        RuleBook book = DERIVATION.bookOf(outcome.session());
        for (DerivedClaim claim : outcome.claims()) {
            for (ServiceLine line : claim.lines()) {
                assertEquals(claim.rendering().npi(), line.rendering().npi());
                primaries(book, line)
                        .ifPresent(allowed -> assertTrue(
                                claim.lines().stream()
                                        .anyMatch(other ->
                                                allowed.contains(other.code().code())
                                                        && other.date().equals(line.date())),
                                () -> line.code() + " without its primary"));
            }
        }
    }

    private static java.util.Optional<List<String>> primaries(RuleBook book, ServiceLine line) {
        return book.table(EditTables.PRIMARIES)
                .first(situation("add-on", line.code().code()), line.date())
                .map(row -> Arrays.asList(row.result("primaries").split("\\|", -1)));
    }

    @Property(seed = "14", shrinking = ShrinkingMode.OFF)
    void noPairThatIsNeverPaidRemainsOnAReadyClaim(@ForAll("documented") ObjectNode facts) {
        ClaimOutcome outcome = derive(facts);
        Assume.that(outcome.ready());
        RuleBook book = DERIVATION.bookOf(outcome.session());
        for (DerivedClaim claim : outcome.claims()) {
            List<ServiceLine> lines = claim.lines();
            for (int i = 0; i < lines.size(); i++) {
                for (int j = 0; j < lines.size(); j++) {
                    ServiceLine one = lines.get(i);
                    ServiceLine two = lines.get(j);
                    assertTrue(i == j || !neverPaid(book, one, two), () -> one.code() + " with " + two.code());
                }
            }
        }
    }

    private static boolean neverPaid(RuleBook book, ServiceLine one, ServiceLine two) {
        Situation pair = Situation.of(Map.of(
                "column-one", new Fact<>(one.code().code(), List.of()),
                "column-two", new Fact<>(two.code().code(), List.of())));
        return one.date().equals(two.date())
                && book.table(EditTables.PAIRS)
                        .first(pair, one.date())
                        .filter(row -> row.result("indicator").equals("0")
                                && row.result("severity").equals("hold"))
                        .isPresent();
    }

    @Property(seed = "15", shrinking = ShrinkingMode.OFF)
    void anUnrelatedDiagnosisChangesNoProcedureCode(@ForAll("documented") ObjectNode facts) {
        ObjectNode fewer = facts.deepCopy();
        fewer.putArray("diagnoses").add("F41.1");
        ObjectNode more = facts.deepCopy();
        more.putArray("diagnoses").add("F41.1").add("M54.50");
        assertEquals(codes(derive(fewer)), codes(derive(more)));
    }

    @Property(seed = "16", shrinking = ShrinkingMode.OFF)
    void everyRuleThatDecidedHoldsOnTheDate(@ForAll("documented") ObjectNode facts) {
        ClaimOutcome outcome = derive(facts);
        LocalDate date = outcome.session().time().dateOfService().value();
        Assume.that(date != null && outcome.session().readingFindings().isEmpty());
        for (ServiceLine line : lines(outcome)) {
            line.reasons()
                    .forEach(reason -> assertTrue(
                            holds(reason.source(), line.date()), () -> reason.source() + " on " + line.date()));
        }
    }

    private static boolean holds(Source source, LocalDate date) {
        return new EffectivePeriod(source.effectiveFrom(), source.effectiveTo()).contains(date);
    }

    @Property(tries = 200, seed = "17", shrinking = ShrinkingMode.OFF)
    void theSameSessionGetsTheSameAnswerFromManyAtOnce(@ForAll("sessions") ObjectNode facts) {
        SessionDocumentation session = ScenarioSession.of(facts);
        PatientHistory history = ScenarioHistory.of(facts);
        ClaimOutcome first = DERIVATION.derive(session, history);
        assertTrue(IntStream.range(0, 100)
                .parallel()
                .allMatch(again -> DERIVATION.derive(session, history).equals(first)));
    }

    @Property(seed = "18", shrinking = ShrinkingMode.OFF)
    void theReviewAloneFindsWhatTheDerivationFinds(@ForAll("sessions") ObjectNode facts) {
        SessionDocumentation session = ScenarioSession.of(facts);
        PatientHistory history = ScenarioHistory.of(facts);
        List<Finding> all = DERIVATION.derive(session, history).findings();
        assertTrue(all.containsAll(DERIVATION.review(session, history).findings()));
    }

    private static Situation situation(String column, String value) {
        return Situation.of(Map.of(column, new Fact<>(value, List.of())));
    }

    private static List<ServiceLine> lines(ClaimOutcome outcome) {
        return outcome.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .toList();
    }

    private static List<String> codes(ClaimOutcome outcome) {
        return lines(outcome).stream()
                .map(line -> line.code().code() + line.modifiers() + line.units())
                .toList();
    }
}
