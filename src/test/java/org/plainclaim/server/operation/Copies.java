package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.plainclaim.server.FhirHttp;

/** Further sessions of a stored patient: copies of a stored one at another time. */
public final class Copies {
    private static final List<String> OWN = List.of("Procedure", "Composition");

    private Copies() {}

    /** A copy of the session with its procedures and its note; the answer is the id of its encounter. */
    public static String of(FhirHttp http, String encounter, String start, String end) {
        ObjectNode copy = fresh(http.get("Encounter/" + encounter).json());
        period(copy, "period", start, end);
        String id = created(http, "Encounter", copy);
        for (String type : OWN) {
            for (JsonNode found : found(http, type, encounter)) {
                ObjectNode own = fresh(found);
                own.putObject("encounter").put("reference", "Encounter/" + id);
                if (type.equals("Procedure")) {
                    period(own, "performedPeriod", start, end);
                }
                created(http, type, own);
            }
        }
        return id;
    }

    /** Gives a stored session another time. */
    static void move(FhirHttp http, String encounter, String start, String end) {
        ObjectNode moved = (ObjectNode) http.get("Encounter/" + encounter).json();
        period(moved, "period", start, end);
        Asked.put(http, "Encounter/" + encounter, moved);
        for (JsonNode found : found(http, "Procedure", encounter)) {
            period((ObjectNode) found, "performedPeriod", start, end);
            Asked.put(http, "Procedure/" + found.get("id").asText(), found);
        }
    }

    /** The status of the one claim among them that was derived here. */
    static String derived(List<JsonNode> claims) {
        List<String> statuses = claims.stream()
                .filter(claim -> claim.has("identifier"))
                .map(claim -> claim.get("status").asText())
                .toList();
        assertEquals(1, statuses.size(), claims.toString());
        return statuses.get(0);
    }

    static void period(ObjectNode resource, String name, String start, String end) {
        resource.putObject(name).put("start", start).put("end", end);
        for (String part : List.of("location", "participant")) {
            for (JsonNode one : resource.path(part)) {
                if (one instanceof ObjectNode object) {
                    object.remove("period");
                }
            }
        }
    }

    private static ObjectNode fresh(JsonNode resource) {
        ObjectNode copy = resource.deepCopy();
        copy.remove(List.of("id", "meta", "identifier", "text"));
        return copy;
    }

    private static String created(FhirHttp http, String type, ObjectNode resource) {
        var answer = http.post(type, resource.toString());
        assertEquals(201, answer.status(), answer.body());
        return answer.json().get("id").asText();
    }

    private static List<JsonNode> found(FhirHttp http, String type, String encounter) {
        List<JsonNode> found = new java.util.ArrayList<>();
        http.get(type + "?encounter=Encounter/" + encounter)
                .json()
                .path("entry")
                .forEach(entry -> found.add(entry.get("resource")));
        return found;
    }
}
