package org.plainclaim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.explanation.Source;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Every rule that decided a scenario is tried on the days on which it begins and ends, and on the days beside them. */
final class MidnightTest {
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(RuleLoader.load(TerminologyFolder.shipped()));

    @Test
    void aRuleDecidesFromItsFirstDayToItsLastAndNotADayMore() throws IOException {
        Set<String> tried = new TreeSet<>();
        for (Scenario scenario : Scenario.all()) {
            for (Source source : deciding(derive((ObjectNode) scenario.facts()))) {
                if (!scenario.facts().has("history")
                        && !scenario.facts().has("billed")
                        && tried.add(source.rule() + source.effectiveFrom())) {
                    edges(scenario, source);
                }
            }
        }
        assertTrue(tried.size() > 50, "hardly any rule was tried");
    }

    private static void edges(Scenario scenario, Source source) {
        Map<LocalDate, Boolean> expected = new TreeMap<>();
        if (source.effectiveFrom() != null) {
            expected.put(source.effectiveFrom(), true);
            expected.put(source.effectiveFrom().minusDays(1), false);
        }
        if (source.effectiveTo() != null) {
            expected.put(source.effectiveTo(), true);
            expected.put(source.effectiveTo().plusDays(1), false);
        }
        expected.forEach((date, holds) -> {
            ObjectNode facts = ((ObjectNode) scenario.facts()).deepCopy();
            facts.put("date", date.toString());
            ClaimOutcome outcome = derive(facts);
            boolean decided = deciding(outcome).contains(source);
            if (!holds) {
                assertFalse(decided, () -> source.rule() + " decided on " + date + ": " + scenario.name());
            } else if (!outcome.claims().isEmpty()) {
                assertEquals(
                        true, decided, () -> source.rule() + " did not decide on " + date + ": " + scenario.name());
            }
        });
    }

    private static ClaimOutcome derive(ObjectNode facts) {
        return DERIVATION.derive(ScenarioSession.of(facts), ScenarioHistory.of(facts));
    }

    /** The rules behind the codes of the lines. */
    private static Set<Source> deciding(ClaimOutcome outcome) {
        return outcome.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .map(line -> line.reasons().get(0).source())
                .collect(Collectors.toSet());
    }
}
