package org.plainclaim.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * What a line of an export is about, told without reading all of it.
 *
 * @param type resource type; empty if the line is no resource
 * @param patient {@code Patient/id} whose record it is in; empty for what belongs to no patient, or does not say
 */
public record ExportLine(String type, String patient) {
    /** Types that sessions of all patients refer to. */
    public static final Set<String> SHARED =
            Set.of("Practitioner", "PractitionerRole", "Organization", "Location", "ChargeItemDefinition");

    private static final ExportLine NOTHING = new ExportLine("", "");
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] START = "{\"resourceType\":\"".getBytes(StandardCharsets.UTF_8);

    /** The types that a session is made of, with the element that names the patient. */
    private static final Map<String, String> OF_PATIENT = Map.ofEntries(
            Map.entry("Patient", "id"),
            Map.entry("Encounter", "subject"),
            Map.entry("Procedure", "subject"),
            Map.entry("Condition", "subject"),
            Map.entry("Composition", "subject"),
            Map.entry("DocumentReference", "subject"),
            Map.entry("CarePlan", "subject"),
            Map.entry("Goal", "subject"),
            Map.entry("Observation", "subject"),
            Map.entry("QuestionnaireResponse", "subject"),
            Map.entry("Consent", "patient"),
            Map.entry("Coverage", "beneficiary"),
            Map.entry("Claim", "patient"));

    /** True if sessions of all patients may refer to it. */
    public boolean shared() {
        return SHARED.contains(type);
    }

    /** True if a session is read from it, but nobody can tell whose. */
    public boolean astray() {
        return patient.isEmpty() && OF_PATIENT.containsKey(type);
    }

    /** True if a session may be read from it. */
    public boolean ofPatient() {
        return !patient.isEmpty();
    }

    /** True if sessions of all patients may refer to what the line holds. */
    public static boolean isShared(byte[] line) {
        String type = typeAtStart(line);
        return type.isEmpty() ? of(line).shared() : SHARED.contains(type);
    }

    /** What a line is about; a line that is no JSON is about nothing. */
    public static ExportLine of(byte[] line) {
        String type = typeAtStart(line);
        if (SHARED.contains(type) || (!type.isEmpty() && !OF_PATIENT.containsKey(type))) {
            return new ExportLine(type, "");
        }
        try (JsonParser parser = JSON.createParser(line)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? read(parser, type) : NOTHING;
        } catch (IOException e) {
            return NOTHING;
        }
    }

    private static ExportLine read(JsonParser parser, String atStart) throws IOException {
        String type = atStart;
        String id = "";
        String subject = "";
        String patient = "";
        String beneficiary = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "resourceType" -> type = parser.getText();
                case "id" -> id = parser.getText();
                case "subject" -> subject = reference(parser);
                case "patient" -> patient = reference(parser);
                case "beneficiary" -> beneficiary = reference(parser);
                default -> parser.skipChildren();
            }
            String whose =
                    switch (OF_PATIENT.getOrDefault(type, "")) {
                        case "id" -> id.isEmpty() ? "" : "Patient/" + id;
                        case "subject" -> subject;
                        case "patient" -> patient;
                        case "beneficiary" -> beneficiary;
                        default -> "";
                    };
            if (!whose.isEmpty()) {
                return new ExportLine(type, whose);
            }
        }
        return new ExportLine(type, "");
    }

    private static String reference(JsonParser parser) throws IOException {
        String found = "";
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return found;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean literal = parser.currentName().equals("reference");
            parser.nextToken();
            if (literal) {
                found = References.plain(parser.getText());
            }
            parser.skipChildren();
        }
        return found.startsWith("Patient/") ? found : "";
    }

    /** Servers write the type first; else it is found on the way. */
    private static String typeAtStart(byte[] line) {
        if (line.length < START.length) {
            return "";
        }
        for (int i = 0; i < START.length; i++) {
            if (line[i] != START[i]) {
                return "";
            }
        }
        int end = START.length;
        while (end < line.length && line[end] != '"') {
            end++;
        }
        return new String(line, START.length, end - START.length, StandardCharsets.UTF_8);
    }
}
