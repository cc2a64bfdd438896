package org.plainclaim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.Instruments;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.terminology.InstrumentLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** The measures of a scenario: {@code measures: [{instrument: phq-9, score: 12, days-ago: 7, flag: suicide}]}. */
final class ScenarioMeasures {
    private static final Instruments INSTRUMENTS = InstrumentLoader.load(TerminologyFolder.shipped());

    private ScenarioMeasures() {}

    static List<ClinicalMeasure> of(JsonNode facts, LocalDate date) {
        List<ClinicalMeasure> measures = new ArrayList<>();
        for (JsonNode stated : facts.path("measures")) {
            int daysAgo = stated.path("days-ago").asInt(0);
            String reference = "Observation/" + (measures.size() + 1);
            Evidence evidence = new Evidence(
                    reference, "Observation.value", stated.path("score").asText());
            Integer score = stated.has("score") ? stated.get("score").asInt() : null;
            measures.add(new ClinicalMeasure(
                    INSTRUMENTS.named(stated.get("instrument").asText()).orElseThrow(),
                    reference,
                    new Fact<>(score, List.of(evidence)),
                    Fact.of(date.minusDays(daysAgo), evidence),
                    daysAgo == 0,
                    stated.has("flag") ? Map.of(stated.get("flag").asText(), evidence) : Map.of()));
        }
        return measures;
    }
}
