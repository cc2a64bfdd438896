package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;

/** A clinician of one test. */
record Desk(FhirHttp http, String practitioner) {
    private static final String MARCH = "periodStart=2026-03-01&periodEnd=2026-03-31";

    static Desk open(FhirHttp http) {
        return new Desk(http, "Practitioner/" + created(http, Pushed.object().put("resourceType", "Practitioner")));
    }

    String patient() {
        return "Patient/" + created(http, Pushed.object().put("resourceType", "Patient"));
    }

    /** A finished session; the answer is its reference. */
    String session(String patient, String start, String end, String kind) {
        ObjectNode encounter = Pushed.object().put("resourceType", "Encounter").put("status", "finished");
        encounter.putObject("class").put("code", "AMB");
        coded(encounter.putArray("type").addObject(), kind);
        encounter.putObject("subject").put("reference", patient);
        encounter.putArray("participant").addObject().putObject("individual").put("reference", practitioner);
        encounter.putObject("period").put("start", start).put("end", end);
        return "Encounter/" + created(http, encounter);
    }

    String session(String patient, String day) {
        return session(patient, day + "T10:00:00-05:00", day + "T10:50:00-05:00", "individual-psychotherapy");
    }

    ObjectNode note(String patient, String encounter, String date, String text) {
        ObjectNode note = Pushed.object().put("resourceType", "Composition").put("status", "final");
        note.putObject("type").put("text", "Progress note");
        note.putObject("subject").put("reference", patient);
        note.putObject("encounter").put("reference", encounter);
        note.put("date", date).put("title", "Progress note");
        note.putArray("author").addObject().put("reference", practitioner);
        note.putArray("section")
                .addObject()
                .putObject("text")
                .put("status", "additional")
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" + text + "</p></div>");
        return note;
    }

    String stored(ObjectNode note) {
        return "Composition/" + created(http, note);
    }

    JsonNode signals(String subject) {
        String query = subject.startsWith("Practitioner") ? "?" + MARCH : "";
        Answer answer = http.get(subject + "/$plausibility" + query);
        assertEquals(200, answer.status(), answer.body());
        return answer.json();
    }

    boolean says(String subject, String rule) {
        return Asked.parameter(signals(subject), "signal").toString().contains("\"signal-" + rule + "\"");
    }

    static String created(FhirHttp http, ObjectNode resource) {
        Answer answer = http.post(resource.get("resourceType").asText(), resource.toString());
        assertEquals(201, answer.status(), answer.body());
        // what is created may be hidden from whoever created it
        return answer.header("Location").replaceFirst(".*/([^/]+)/_history/.*", "$1");
    }

    private static void coded(ObjectNode concept, String kind) {
        concept.putArray("coding")
                .addObject()
                .put("system", "https://plainclaim.org/fhir/CodeSystem/behavioral-service")
                .put("code", kind);
    }

    /** A document of a session with an attachment. */
    ObjectNode document(String encounter, String type, byte[] content) {
        ObjectNode document =
                Pushed.object().put("resourceType", "DocumentReference").put("status", "current");
        JsonNode session = http.get(encounter).json();
        document.set("subject", session.get("subject"));
        document.put("date", session.at("/period/end").asText());
        document.putArray("author").addObject().put("reference", practitioner);
        document.putArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", type)
                .put("data", Base64.getEncoder().encodeToString(content));
        document.putObject("context").putArray("encounter").addObject().put("reference", encounter);
        return document;
    }

    /** Stores a claim of twenty lines for a session. */
    void bill(String practice, String encounter, String code) {
        ObjectNode claim = Pushed.object().put("resourceType", "Claim").put("status", "active");
        claim.put("use", "claim").put("created", "2026-03-12T08:00:00-05:00");
        coded(claim.putObject("type"), "professional");
        claim.putObject("patient")
                .put(
                        "reference",
                        http.get(encounter).json().at("/subject/reference").asText());
        claim.putObject("provider").put("reference", practice);
        claim.putObject("priority").put("text", "normal");
        claim.putArray("insurance")
                .addObject()
                .put("sequence", 1)
                .put("focal", true)
                .putObject("coverage")
                .put("display", "self");
        claim.putArray("careTeam")
                .addObject()
                .put("sequence", 1)
                .putObject("provider")
                .put("reference", practitioner);
        ArrayNode items = claim.putArray("item");
        for (int i = 1; i <= 20; i++) {
            ObjectNode item = items.addObject().put("sequence", i).put("servicedDate", "2026-03-10");
            item.putObject("productOrService")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://www.ama-assn.org/go/cpt")
                    .put("code", code);
            item.putArray("encounter").addObject().put("reference", encounter);
        }
        created(http, claim);
    }
}
