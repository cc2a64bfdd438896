package org.plainclaim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.PatientHistory.PastLine;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * The history of a scenario's patient: {@code history} lists other sessions, each with what differs from the session
 * itself; {@code billed} lists lines on file as {@code G0444 2025-06-01}, with the credential of the clinician
 * where it is no clinical social worker; {@code history: []} is a known empty one.
 */
public final class ScenarioHistory {
    private static final List<String> OWN = List.of("history", "billed", "also", "proposed");

    private ScenarioHistory() {}

    /** Unknown unless the scenario has {@code history} or {@code billed}; then of four years, half of it ahead. */
    public static PatientHistory of(JsonNode facts) {
        if (!facts.has("history") && !facts.has("billed")) {
            return PatientHistory.UNKNOWN;
        }
        LocalDate date = LocalDate.parse(facts.path("date").asText("2026-03-03"));
        List<SessionDocumentation> sessions = new ArrayList<>();
        facts.path("history").forEach(entry -> {
            ObjectNode merged = ((ObjectNode) facts).deepCopy();
            merged.remove(OWN);
            merged.setAll((ObjectNode) entry);
            merged.put("encounter", "Encounter/" + (sessions.size() + 101));
            sessions.add(ScenarioSession.of(merged));
        });
        List<PastLine> lines = new ArrayList<>();
        facts.path("billed").forEach(line -> lines.add(line(line.asText())));
        return new PatientHistory(date.minusYears(4), date.plusYears(4), sessions, lines);
    }

    private static PastLine line(String text) {
        String[] parts = text.split(" ", -1);
        Evidence evidence = new Evidence("Claim/1", "Claim.item.productOrService", parts[0]);
        return new PastLine(
                "Claim/1",
                "",
                Fact.of(parts[0], evidence),
                LocalDate.parse(parts[1]),
                1,
                Fact.of(ScenarioPeople.npi(parts.length > 2 ? parts[2] : "clinical-social-worker"), evidence),
                Fact.unknown(evidence));
    }
}
