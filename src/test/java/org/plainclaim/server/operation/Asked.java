package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;

/** Questions to the operations, and what is in their answers. */
public final class Asked {
    public static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private Asked() {}

    public static void put(FhirHttp http, String reference, JsonNode resource) {
        Answer answer = http.put(reference, resource.toString());
        assertTrue(answer.status() < 300, answer.body());
    }

    public static Answer derive(FhirHttp http, String encounter) {
        Answer answer = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING);
        assertEquals(200, answer.status(), answer.body());
        return answer;
    }

    public static String parameters(JsonNode session) {
        ObjectNode parameters = Pushed.object().put("resourceType", "Parameters");
        parameters.putArray("parameter").addObject().put("name", "session").set("resource", session);
        return parameters.toString();
    }

    public static List<JsonNode> claims(FhirHttp http, String encounter) {
        List<JsonNode> claims = new ArrayList<>();
        http.get("Claim?encounter=Encounter/" + encounter)
                .json()
                .path("entry")
                .forEach(entry -> claims.add(entry.get("resource")));
        return claims;
    }

    public static List<JsonNode> parameter(JsonNode parameters, String name) {
        List<JsonNode> found = new ArrayList<>();
        parameters.get("parameter").forEach(parameter -> {
            if (parameter.get("name").asText().equals(name)) {
                found.add(parameter);
            }
        });
        return found;
    }

    public static String status(JsonNode parameters) {
        return parameter(parameters, "status").get(0).get("valueCode").asText();
    }

    public static List<String> codes(JsonNode parameters) {
        return parameter(parameters, "line").stream()
                .map(line ->
                        line.at("/part/0/valueCodeableConcept/coding/0/code").asText())
                .toList();
    }

    public static List<String> lines(JsonNode parameters) {
        return parameter(parameters, "line").stream()
                .map(line -> line.toString().replaceAll("\\{\"reference\":\"[^\"]*\"\\}", "{}"))
                .toList();
    }
}
