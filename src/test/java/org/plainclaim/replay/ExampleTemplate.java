package org.plainclaim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example session as text in which patient, session, days and minutes can be replaced. */
final class ExampleTemplate {
    private static final Set<String> OF_SESSION =
            Set.of("Encounter", "Procedure", "Observation", "Composition", "DocumentReference");
    private static final Pattern PLACE = Pattern.compile("@([PS])@|(20\\d\\d-\\d\\d-\\d\\d)");

    private final Map<String, String> shared = new HashMap<>();
    private final Map<String, List<Part>> ofPatient = new HashMap<>();
    private final Map<String, List<Part>> ofSession = new HashMap<>();
    private final LocalDate day;

    /** A piece of text, or a place in it: P for the patient, S for the session, D for a day. */
    private record Part(char kind, String text, long days) {}

    /** One session of many. */
    record Place(String patient, String session, int shift) {}

    ExampleTemplate(JsonNode bundle) {
        Map<String, String> references = references(bundle);
        this.day = LocalDate.parse(bundle.findValues("resource").stream()
                .filter(one -> one.path("resourceType").asText().equals("Encounter"))
                .map(one -> one.path("period").path("start").asText().substring(0, 10))
                .findFirst()
                .orElseThrow());
        for (JsonNode entry : bundle.path("entry")) {
            ObjectNode resource = entry.get("resource").deepCopy();
            String type = resource.path("resourceType").asText();
            String reference = references.getOrDefault(entry.path("fullUrl").asText(), "");
            ObjectNode whole = resource.objectNode();
            whole.put("resourceType", type);
            whole.put("id", reference.substring(type.length() + 1));
            whole.setAll(resource);
            String text = whole.toString();
            for (Map.Entry<String, String> one : references.entrySet()) {
                text = text.replace(one.getKey(), one.getValue());
            }
            if (ExportLine.SHARED.contains(type)) {
                shared.put(type + " " + reference, text);
            } else if (OF_SESSION.contains(type)) {
                ofSession.put(type + " " + reference, parts(text.replaceAll("encounter-\\d{4}", "encounter-@S@")));
            } else if (!type.equals("RelatedPerson")) {
                ofPatient.put(type + " " + reference, parts(text));
            }
        }
    }

    private static Map<String, String> references(JsonNode bundle) {
        Map<String, String> references = new HashMap<>();
        int number = 0;
        for (JsonNode entry : bundle.path("entry")) {
            String type = entry.path("resource").path("resourceType").asText();
            String id = ExportLine.SHARED.contains(type)
                    ? entry.path("fullUrl").asText().substring("urn:uuid:".length())
                    : (OF_SESSION.contains(type) ? "@S@" : "@P@") + (number == 0 ? "" : "-" + number);
            number += ExportLine.SHARED.contains(type) ? 0 : 1;
            references.put(entry.path("fullUrl").asText(), type + "/" + id);
        }
        return references;
    }

    private List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int end = 0;
        while (places.find()) {
            parts.add(new Part('T', text.substring(end, places.start()), 0));
            end = places.end();
            parts.add(
                    places.group(1) != null
                            ? new Part(places.group(1).charAt(0), "", 0)
                            : new Part('D', "", ChronoUnit.DAYS.between(day, LocalDate.parse(places.group(2)))));
        }
        parts.add(new Part('T', text.substring(end), 0));
        return parts;
    }

    /** The resources that all patients of the practice share, each under its type and reference. */
    Map<String, String> shared() {
        return shared;
    }

    void writePatient(Files files, Place place) throws IOException {
        write(ofPatient, files, place);
    }

    void writeSession(Files files, Place place) throws IOException {
        write(ofSession, files, place);
    }

    /** Where lines go, by type. */
    interface Files {
        Writer of(String type) throws IOException;
    }

    private void write(Map<String, List<Part>> templates, Files files, Place place) throws IOException {
        for (Map.Entry<String, List<Part>> one : templates.entrySet()) {
            Writer out = files.of(one.getKey().substring(0, one.getKey().indexOf(' ')));
            for (Part part : one.getValue()) {
                switch (part.kind()) {
                    case 'P' -> out.write(place.patient());
                    case 'S' -> out.write(place.session());
                    case 'D' -> out.write(
                            day.plusDays(part.days() + place.shift()).toString());
                    default -> out.write(part.text());
                }
            }
            out.write('\n');
        }
    }
}
