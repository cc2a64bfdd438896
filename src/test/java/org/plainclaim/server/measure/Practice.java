package org.plainclaim.server.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.operation.Pushed;

/** A practice of two clinicians at two sites, whose sessions lie in months that no other test uses. */
final class Practice {
    private static final String DETAILS = "https://plainclaim.org/fhir/StructureDefinition/";

    private final FhirHttp http;
    private final List<String> clinicians = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final List<String> sites = new ArrayList<>();

    /**
     * A session that was pushed.
     *
     * @param encounter id of its Encounter
     * @param clinician reference of who rendered it; {@code unknown} if it has no service that is known
     * @param site reference of its Location
     * @param service kind of service
     * @param month its month
     */
    record Session(String encounter, String clinician, String site, String service, String month) {}

    Practice(FhirHttp http) {
        this.http = http;
        for (int i = 0; i < 2; i++) {
            ObjectNode clinician = Pushed.object().put("resourceType", "Practitioner");
            clinician
                    .putArray("identifier")
                    .addObject()
                    .put("system", "http://hl7.org/fhir/sid/us-npi")
                    .put("value", Pushed.npi());
            clinicians.add(created(clinician));
            ObjectNode role = Pushed.object().put("resourceType", "PractitionerRole");
            role.putObject("practitioner").put("reference", clinicians.get(i));
            role.putArray("specialty")
                    .addObject()
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://nucc.org/provider-taxonomy")
                    .put("code", "103TC0700X");
            roles.add(created(role));
            ObjectNode site =
                    Pushed.example("psychotherapy-office").resource("Location").deepCopy();
            site.remove(List.of("identifier", "managingOrganization"));
            sites.add(created(site));
        }
    }

    private String created(ObjectNode resource) {
        Answer answer = http.post(resource.get("resourceType").asText(), resource.toString());
        assertEquals(201, answer.status(), answer.body());
        return resource.get("resourceType").asText() + "/"
                + answer.json().get("id").asText();
    }

    /** Pushes an example as a session of a clinician at a site, with a defect. */
    Session push(String example, int clinician, int site, String day, String defect) {
        ObjectNode bundle = Pushed.example(example).bundle();
        String service = "";
        ArrayNode entries = (ArrayNode) bundle.get("entry");
        for (JsonNode entry : List.copyOf(list(entries))) {
            ObjectNode resource = (ObjectNode) entry.get("resource");
            switch (resource.get("resourceType").asText()) {
                case "Encounter" -> resource.putObject("period")
                        .put("start", day + "T10:00:00-05:00")
                        .put("end", day + "T10:50:00-05:00");
                case "Procedure" -> service = resource.at("/code/coding/0/code").asText();
                case "Composition" -> note(resource, day);
                case "Coverage" -> resource.putObject("period").put("start", "2024-01-01");
                case "CarePlan" -> plan(resource);
                default -> {
                    // has no date, or one that nobody asks for
                }
            }
        }
        timed(bundle, day);
        damage(bundle, defect);
        String moved = bundle.toString();
        moved = referring(moved, bundle, "Practitioner", clinicians.get(clinician));
        moved = referring(moved, bundle, "PractitionerRole", roles.get(clinician));
        moved = referring(moved, bundle, "Location", sites.get(site));
        String encounter = pushed(moved);
        return new Session(
                encounter,
                defect.equals("no-kind") ? "unknown" : clinicians.get(clinician),
                sites.get(site),
                defect.equals("no-kind") ? "unknown" : service,
                day.substring(0, 7));
    }

    private static List<JsonNode> list(ArrayNode entries) {
        List<JsonNode> all = new ArrayList<>();
        entries.forEach(all::add);
        return all;
    }

    private static void timed(ObjectNode bundle, String day) {
        for (JsonNode entry : bundle.get("entry")) {
            ObjectNode resource = (ObjectNode) entry.get("resource");
            if (resource.get("resourceType").asText().equals("Procedure")) {
                resource.putObject("performedPeriod")
                        .put("start", day + "T10:00:00-05:00")
                        .put("end", day + "T10:50:00-05:00");
            }
            for (JsonNode participant : resource.path("participant")) {
                ((ObjectNode) participant).remove("period");
            }
        }
    }

    private static void note(ObjectNode note, String day) {
        note.put("date", day + "T11:00:00-05:00");
        ((ObjectNode) note.at("/attester/0")).put("time", day + "T11:00:00-05:00");
    }

    private static void plan(ObjectNode plan) {
        plan.putObject("period").put("start", "2024-01-02").put("end", "2024-12-31");
        for (JsonNode extension : plan.get("extension")) {
            if (extension.get("url").asText().endsWith("plan-review-due")) {
                ((ObjectNode) extension).put("valueDate", "2024-12-01");
            } else if (extension.has("valueSignature")) {
                ((ObjectNode) extension.get("valueSignature")).put("when", "2024-01-02T10:00:00-05:00");
            }
        }
    }

    private static void damage(ObjectNode bundle, String defect) {
        ArrayNode entries = (ArrayNode) bundle.get("entry");
        for (int i = entries.size() - 1; i >= 0; i--) {
            ObjectNode resource = (ObjectNode) entries.get(i).get("resource");
            String type = resource.get("resourceType").asText();
            switch (type + " " + defect) {
                case "Composition unsigned" -> resource.put("status", "preliminary")
                        .remove("attester");
                case "Composition no-response" -> remove((ArrayNode) resource.get("section"), "response");
                case "Composition no-mental-status" -> remove((ArrayNode) resource.get("section"), "mental-status");
                case "CarePlan no-plan" -> entries.remove(i);
                case "Procedure no-modality" -> remove(
                        (ArrayNode) resource.get("extension"), DETAILS + "therapeutic-modality");
                case "Encounter test-data" -> resource.putObject("meta")
                        .putArray("security")
                        .addObject()
                        .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActReason")
                        .put("code", "HTEST");
                case "Encounter running" -> resource.put("status", "in-progress");
                case "Encounter no-kind" -> resource.remove("type");
                case "Procedure no-kind" -> resource.putObject("code").put("text", "Something else");
                default -> {
                    // stays whole
                }
            }
        }
    }

    /** Removes the elements that speak of a word. */
    private static void remove(ArrayNode elements, String word) {
        for (int i = elements.size() - 1; i >= 0; i--) {
            if (elements.get(i).toString().contains("\"" + word + "\"")) {
                elements.remove(i);
            }
        }
    }

    private static String referring(String text, JsonNode bundle, String type, String reference) {
        for (JsonNode entry : bundle.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return Sessions.renamed(json(text), entry.get("fullUrl").asText(), reference)
                        .toString();
            }
        }
        throw new AssertionError("no " + type);
    }

    private static JsonNode json(String text) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String pushed(String bundle) {
        Answer answer = http.post("", bundle);
        assertEquals(200, answer.status(), answer.body());
        for (JsonNode entry : answer.json().get("entry")) {
            String location = entry.at("/response/location").asText();
            if (location.contains("Encounter/")) {
                return location.replaceAll(".*Encounter/([^/]+).*", "$1");
            }
        }
        throw new AssertionError(answer.body());
    }
}
