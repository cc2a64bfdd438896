package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

/** What would change the answer, asked for over HTTP. */
final class AdviseTest {
    private final FhirHttp http = RunningServer.H2.http();

    private List<String> advice(String example, boolean advise) {
        ObjectNode body = Pushed.object().put("resourceType", "Parameters");
        ArrayNode parameters = body.putArray("parameter");
        parameters
                .addObject()
                .put("name", "session")
                .set("resource", Pushed.example(example).bundle());
        parameters.addObject().put("name", "advise").put("valueBoolean", advise);
        Answer answer = http.post("Encounter/$derive-claim", body.toString());
        assertEquals(200, answer.status(), answer.body());
        List<String> said = new ArrayList<>();
        for (JsonNode parameter : answer.json().get("parameter")) {
            if (parameter.get("name").asText().equals("advice")) {
                said.add(line(parameter.get("part")));
            }
        }
        return said;
    }

    private static String line(JsonNode parts) {
        StringBuilder line = new StringBuilder();
        for (JsonNode part : parts) {
            if (part.get("name").asText().equals("step")) {
                for (JsonNode inside : part.get("part")) {
                    String name = inside.get("name").asText();
                    if (!name.equals("text")) {
                        line.append(inside.path("valueCode").asText())
                                .append(inside.path("valueString").asText())
                                .append(", ");
                    }
                }
            } else {
                line.append(part.path("valueString").asText());
            }
        }
        return line.toString();
    }

    @Test
    void asksTheClinicianHowLongASessionWithoutAStopTimeWas() {
        List<String> advice = advice("no-stop-time", true);
        assertTrue(advice.contains("ask-clinician, minutes, 38 to 52, Ready to bill: 90834."), () -> advice.toString());
        assertEquals(3, advice.size(), () -> advice.toString());
    }

    @Test
    void saysWhatKeepsALineFromTheNextHigherCodeAndAsksForNothing() {
        List<String> advice = advice("psychotherapy-audio-only", true);
        assertEquals(List.of("never, minutes, "), advice);
    }

    @Test
    void isSilentUnlessAsked() {
        assertFalse(advice("no-stop-time", true).isEmpty());
        assertEquals(List.of(), advice("no-stop-time", false));
    }
}
