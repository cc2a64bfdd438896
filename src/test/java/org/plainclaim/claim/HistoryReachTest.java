package org.plainclaim.claim;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.scenario.ScenarioSession;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class HistoryReachTest {
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(RuleLoader.load(TerminologyFolder.shipped()));

    /** A week is dated on its first day, six days before its last visit; a limit of 28 days looks back from there. */
    @ParameterizedTest
    @CsvSource({"opioid-treatment-week,34", "collaborative-care,184", "individual-psychotherapy,0"})
    void looksBackFromTheFirstDayOfTheWindow(String service, int days) {
        ObjectNode facts = new ObjectMapper()
                .createObjectNode()
                .put("service", service)
                .put("payer", "medicare")
                .put("date", "2026-03-31");
        LocalDate from =
                DERIVATION.historyOf(ScenarioSession.of(facts)).orElseThrow().from();
        LocalDate needed = LocalDate.parse("2026-03-31").minusDays(days);
        assertFalse(from.isAfter(needed), () -> from + " is after " + needed);
    }
}
