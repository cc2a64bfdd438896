package org.plainclaim.server.scrub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.NOTHING;
import static org.plainclaim.server.operation.Asked.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.operation.Asked;
import org.plainclaim.server.operation.Pushed;

/**
 * A stored session of a clinician of its own, with the claim that was derived of it.
 *
 * @param http the server
 * @param session the Encounter
 * @param claim the Claim
 */
record BilledSession(FhirHttp http, JsonNode session, ObjectNode claim) {
    static BilledSession of(FhirHttp http, String example) {
        String encounter = Pushed.example(example).push(http);
        JsonNode claims =
                parameter(Asked.derive(http, encounter).json(), "claim").get(0);
        return new BilledSession(http, http.get("Encounter/" + encounter).json(), (ObjectNode) claims.get("resource"));
    }

    /** What an edit says of the claim now. */
    String verdict(String edit) {
        Answer answer = http.post("Claim/" + claim.get("id").asText() + "/$scrub", NOTHING);
        assertEquals(200, answer.status(), answer::body);
        for (JsonNode one : parameter(answer.json(), "edit")) {
            String text = one.toString();
            if (text.contains("{\"name\":\"edit\",\"valueCode\":\"" + edit + "\"}")) {
                return text.replaceFirst(".*\"name\":\"verdict\",\"valueCode\":\"([a-z-]+)\".*", "$1");
            }
        }
        throw new AssertionError("no edit " + edit);
    }

    /** Another session of the clinician, not stored yet, with the same patient. */
    ObjectNode drafted(String status, String start, String end) {
        ObjectNode other = Pushed.object().put("resourceType", "Encounter").put("status", status);
        other.set("class", session.get("class"));
        other.set("subject", session.get("subject"));
        other.putObject("period").put("start", start).put("end", end);
        other.putArray("participant").addObject().set("individual", session.at("/participant/0/individual"));
        return other;
    }

    ObjectNode other(String status, String start, String end) {
        return store(drafted(status, start, end));
    }

    /** Another session of the clinician that is billed with the code of this one. */
    void billedBesides(String start, String end) {
        ObjectNode other = other("finished", start, end);
        ObjectNode copy = claim.deepCopy();
        copy.remove("id");
        copy.remove("identifier");
        copy.path("item").forEach(item -> ((ObjectNode) item.at("/encounter/0"))
                .put("reference", "Encounter/" + other.get("id").asText()));
        store(copy);
    }

    /** A stay of the patient in a hospital, without an end if it goes on. */
    ObjectNode stay(String start, @Nullable String end) {
        ObjectNode stay = Pushed.object().put("resourceType", "Encounter").put("status", "in-progress");
        stay.putObject("class")
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "IMP");
        stay.set("subject", session.get("subject"));
        stay.putObject("period").put("start", start);
        if (end != null) {
            ((ObjectNode) stay.get("period")).put("end", end);
        }
        return store(stay);
    }

    ObjectNode store(ObjectNode resource) {
        Answer answer = http.post(resource.get("resourceType").asText(), resource.toString());
        assertEquals(201, answer.status(), answer::body);
        return (ObjectNode) answer.json();
    }

    void put(ObjectNode resource) {
        Answer answer = http.put(
                resource.get("resourceType").asText() + "/" + resource.get("id").asText(), resource.toString());
        assertTrue(answer.status() < 300, answer::body);
    }
}
