package org.plainclaim.advice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.scenario.RandomSession;
import org.plainclaim.scenario.ScenarioHistory;
import org.plainclaim.scenario.ScenarioSession;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What is promised comes true: with the true answers to the questions of a path the session is what the path says. */
final class AdvisorPropertiesTest {
    private static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(LIBRARY);
    private static final RandomSession SESSIONS = new RandomSession(LIBRARY);

    /** What a scenario may leave out, and the fact that the question about it is for. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "minutes", "minutes",
            "modality", "modality",
            "signature", "note-signed",
            "birth-date", "birth-date",
            "response", "section response",
            "goals-addressed", "section goals-addressed",
            "mental-status", "section mental-status",
            "plan-signature", "plan-signed",
            "consent", "telehealth-consent",
            "billing-npi", "billing-npi");

    private record Case(ObjectNode whole, Set<String> missing) {
        ObjectNode without(Set<String> names) {
            ObjectNode facts = whole.deepCopy();
            ArrayNode list = facts.putArray("missing");
            names.forEach(list::add);
            return facts;
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(AdvisorPropertiesTest::next);
    }

    private static Case next(Random random) {
        ObjectNode whole = SESSIONS.documented(random);
        whole.remove(List.of("also", "history", "billed"));
        Set<String> missing = new HashSet<>();
        LEFT_OUT.keySet().stream()
                .sorted()
                .filter(name -> random.nextInt(4) == 0)
                .forEach(missing::add);
        return new Case(whole, missing);
    }

    @Property(tries = 2_000, seed = "20261123", shrinking = ShrinkingMode.OFF)
    void theTrueAnswersGiveWhatWasPromised(@ForAll("cases") Case one) {
        Assume.that(derive(one.whole()).ready()
                && !derive(one.without(one.missing())).ready());
        Advice advice = advise(one.without(one.missing()));
        assertTrue(
                advice.paths().stream().anyMatch(path -> comesTrue(path, one)),
                () -> advice.paths() + " for " + one.without(one.missing()));
    }

    private static boolean comesTrue(Path path, Case one) {
        Set<String> left = new HashSet<>(one.missing());
        Set<String> asked = new HashSet<>();
        path.steps().forEach(step -> asked.add(step.fact().equals("time") ? "minutes" : step.fact()));
        left.removeIf(name -> asked.contains(LEFT_OUT.get(name)));
        ClaimOutcome outcome = derive(one.without(left));
        return path.ready() && outcome.ready() && Advisor.lines(outcome).equals(path.lines());
    }

    @Property(tries = 2_000, seed = "7", shrinking = ShrinkingMode.OFF)
    void whatHappenedIsNeverAskedFor(@ForAll("cases") Case one) {
        Set<String> missing = new HashSet<>(one.missing());
        missing.remove("minutes");
        Advice advice = advise(one.without(missing));
        for (Path path : advice.paths()) {
            for (Step step : path.steps()) {
                assertTrue(step.ask() != Ask.NEVER, step::text);
                assertFalse(Set.of("minutes", "time", "patient", "attendance").contains(step.fact()), step::text);
            }
        }
        advice.never().forEach(step -> {
            assertTrue(step.ask() == Ask.NEVER && step.answer().isEmpty());
            assertFalse(step.text().contains("?"), step::text);
        });
    }

    private static ClaimOutcome derive(ObjectNode facts) {
        return DERIVATION.derive(ScenarioSession.of(facts), ScenarioHistory.of(facts));
    }

    private static Advice advise(ObjectNode facts) {
        return Advisor.advise(DERIVATION, derive(facts), PatientHistory.UNKNOWN);
    }
}
