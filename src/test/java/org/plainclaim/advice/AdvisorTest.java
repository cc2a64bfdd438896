package org.plainclaim.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.scenario.ScenarioHistory;
import org.plainclaim.scenario.ScenarioSession;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class AdvisorTest {
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(RuleLoader.load(TerminologyFolder.shipped()));

    @Test
    void asksForTheOneFactThatIsMissing() throws IOException {
        Advice advice = advise("{service: individual-psychotherapy, minutes: 45, missing: [response]}");
        assertEquals(List.of("section response -> Ready to bill: 90834."), paths(advice));
    }

    @Test
    void asksForNothingMoreThanIsNeeded() throws IOException {
        Advice advice = advise(
                "{service: individual-psychotherapy, minutes: 45, missing: [response, modality, signature, risk-assessment, mental-status]}");
        assertEquals(1, advice.paths().size());
        assertEquals(
                Set.of("section response", "modality", "note-signed"),
                advice.paths().get(0).steps().stream().map(Step::fact).collect(Collectors.toSet()));
        assertTrue(advice.paths().get(0).ready());
    }

    @Test
    void givesTheResultOfEveryTruthfulAnswer() throws IOException {
        Advice advice = advise("{service: family-psychotherapy, minutes: 50}");
        assertEquals(List.of("patient -> Ready to bill: 90847.", "patient -> Ready to bill: 90846."), paths(advice));
    }

    @Test
    void asksHowLongASessionWithoutAStopTimeWas() throws IOException {
        Advice advice = advise("{service: individual-psychotherapy, missing: [minutes]}");
        assertEquals(
                List.of(
                        "minutes -> Ready to bill: 90832.",
                        "minutes -> Ready to bill: 90834.",
                        "minutes -> Ready to bill: 90837."),
                paths(advice));
        assertEquals("16 to 37", advice.paths().get(0).steps().get(0).answer());
    }

    @Test
    void neverAsksForOtherMinutesThanThoseDocumented() throws IOException {
        Advice shortSession = advise("{service: individual-psychotherapy, minutes: 12}");
        assertEquals(List.of(), shortSession.paths());
        assertEquals(List.of("psychotherapy-under-16"), facts(shortSession.never()));
        Advice lower = advise("{service: individual-psychotherapy, minutes: 50}");
        assertEquals(List.of(), lower.paths());
        assertEquals(
                "90837 begins where the minutes are 53 or more; that is not what is documented.",
                lower.never().get(0).text());
        for (Step step : lower.never()) {
            assertEquals(Ask.NEVER, step.ask());
            assertFalse(step.text().contains("?"), step::text);
        }
    }

    @Test
    void doesNotAskForACredentialThatNobodyHas() throws IOException {
        Advice advice = advise("{service: diagnostic-evaluation-medical, by: clinical-psychologist}");
        assertEquals(List.of(), advice.paths());
        assertEquals(List.of("may-not-bill-medical"), facts(advice.never()));
    }

    @Test
    void sendsTheQuestionOfThePayerToPayerOrPatient() throws IOException {
        Advice advice = advise(
                "{service: individual-psychotherapy, minutes: 45, coverage-ends: 2026-01-31, missing: [birth-date]}");
        Path path = advice.paths().get(0);
        assertEquals(Set.of("birth-date", "coverage-active"), Set.copyOf(facts(path.steps())));
        path.steps().forEach(step -> assertEquals(Ask.GET_FROM_PAYER_OR_PATIENT, step.ask()));
    }

    @Test
    void saysWhatWouldRaiseAVisitOnlyWhereItIsNotDocumented() throws IOException {
        Advice open =
                advise("{service: evaluation-and-management, by: psychiatrist, status: established, minutes: 25}");
        assertTrue(paths(open).contains("decision -> Ready to bill: 99214."), () -> paths(open)
                .toString());
        Advice documented = advise(
                "{service: evaluation-and-management, by: psychiatrist, status: established, decision: low low low}");
        assertEquals(List.of(), documented.paths());
        assertEquals(List.of("decision"), facts(documented.never()));
    }

    @Test
    void aReadySessionThatCanNotBeHigherNeedsNoAdvice() throws IOException {
        Advice advice = advise("{service: individual-psychotherapy, minutes: 60}");
        assertEquals(new Advice(List.of(), List.of()), advice);
    }

    private static Advice advise(String scenario) throws IOException {
        JsonNode facts = new YAMLMapper().readTree(scenario);
        var session = ScenarioSession.of(facts);
        var history = ScenarioHistory.of(facts);
        return Advisor.advise(DERIVATION, DERIVATION.derive(session, history), history);
    }

    private static List<String> facts(List<Step> steps) {
        return steps.stream().map(Step::fact).toList();
    }

    private static List<String> paths(Advice advice) {
        return advice.paths().stream()
                .map(path -> String.join(", ", facts(path.steps())) + " -> " + path.result())
                .toList();
    }
}
