package org.plainclaim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.documentation.Amendment;
import org.plainclaim.documentation.Note;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** The notes of scenarios. */
final class ScenarioNote {
    /** Every section a note may have. */
    static final List<String> SECTIONS = List.of(
            "presenting-problem",
            "history",
            "mental-status",
            "risk-assessment",
            "goals-addressed",
            "interventions",
            "response",
            "plan",
            "diagnosis-basis",
            "medical-necessity",
            "medical-evaluation",
            "crisis-history",
            "resources-mobilized",
            "disposition",
            "group-topic",
            "individual-contribution",
            "interactive-complexity",
            "telehealth");

    private static final String SIGNED_AT = "T09:00:00-05:00";

    private ScenarioNote() {}

    /** Addenda of the next day, each with its kind and sections, less what it says is missing. */
    static List<Amendment> amendments(JsonNode said, LocalDate date) {
        List<Amendment> amendments = new ArrayList<>();
        said.forEach(one -> {
            Set<String> missing = new TreeSet<>();
            one.path("missing").forEach(name -> missing.add(name.asText()));
            LocalDate day = date.plusDays(1);
            Map<String, Evidence> sections = new HashMap<>();
            one.path("sections").forEach(name -> sections.put(name.asText(), evidence("Composition.section")));
            amendments.add(new Amendment(
                    fact(missing, "reference", "Composition", "Composition/2"),
                    fact(
                            missing,
                            "kind",
                            "Composition.relatesTo.code",
                            one.path("kind").asText("appends")),
                    fact(missing, "original", "Composition.relatesTo.targetReference", "Composition/1"),
                    fact(missing, "date", "Composition.date", day),
                    signatures(missing, OffsetDateTime.parse(day + SIGNED_AT)),
                    sections));
        });
        return amendments;
    }

    private static List<Note.Signature> signatures(Set<String> missing, OffsetDateTime at) {
        return missing.contains("signature")
                ? List.of()
                : List.of(new Note.Signature(
                        fact(missing, "signer", "Composition.attester.party", "Practitioner/1"),
                        fact(missing, "signing-time", "Composition.attester.time", at)));
    }

    private static <T> Fact<T> fact(Set<String> missing, String name, String path, T value) {
        return missing.contains(name) ? Fact.unknown(evidence(path)) : Fact.of(value, evidence(path));
    }

    private static Evidence evidence(String path) {
        return Evidence.missing("Composition/2", path);
    }
}
