package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.server.desk.page.Fields;

/** Which form closes which gap, and what the forms have in common. */
final class Mending {
    /** Extensions of ours. */
    static final String EXTENSION = "https://plainclaim.org/fhir/StructureDefinition/";

    /** By the ids of the rules that hold, which are never given to another rule. */
    private static final Map<String, String> FORMS = Map.of(
            "df08-diagnosis", "diagnosis",
            "df20-technology", "technology",
            "df20-patient-location", "place",
            "df20-consent", "consent",
            "df09-plan-reviewed", "review",
            "df09-plan-reviewed-procedures", "review");

    private static final int DAY = 10;

    private Mending() {}

    /** The form for what a rule misses; empty if there is none. */
    static String form(String rule) {
        return FORMS.getOrDefault(rule, "");
    }

    /** Sets the only extension of this name. */
    static ObjectNode extension(ObjectNode resource, String name) {
        ArrayNode extensions = resource.withArray("extension");
        for (int i = extensions.size() - 1; i >= 0; i--) {
            if (extensions.path(i).path("url").asText().equals(EXTENSION + name)) {
                extensions.remove(i);
            }
        }
        return extensions.addObject().put("url", EXTENSION + name);
    }

    /** The day on which a session began, as it is written. */
    static Optional<LocalDate> day(JsonNode encounter) {
        String start = Fields.text(encounter, "/period/start");
        return start.length() < DAY ? Optional.empty() : day(start.substring(0, DAY));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
