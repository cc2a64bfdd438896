package org.plainclaim.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;

final class DecisionsRecordedTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void whatIsDerivedScrubbedSubmittedAndSentIsWrittenDown(RunningServer server) throws IOException {
        FhirHttp http = server.http();
        http.post("", Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json")));
        String encounter = "Encounter/" + Pushed.example("psychotherapy-office").push(http);
        JsonNode claim = claim(http.post(encounter + "/$derive-claim", NOTHING));
        String reference = "Claim/" + claim.path("id").asText();
        assertEquals(200, http.post(reference + "/$scrub", NOTHING).status());
        assertEquals(200, http.post(reference + "/$submit", NOTHING).status());
        awaitSent(http, reference);

        JsonNode derived =
                events(http, "entity=" + encounter + "&subtype=derived").get(0);
        assertEquals(1, detail(derived, "claims").length());
        assertEquals(64, detail(derived, "release").length());
        assertEquals(
                1, events(http, "entity=" + encounter + "&subtype=operation").size());
        JsonNode scrubbed =
                events(http, "entity=" + reference + "&subtype=scrubbed").get(0);
        assertTrue(List.of("open", "clean").contains(detail(scrubbed, "verdict")), scrubbed::toString);
        String patient = claim.at("/patient/reference").asText();
        assertTrue(scrubbed.toString().contains("\"" + patient + "\""), scrubbed::toString);
        assertEquals(
                List.of("$submit", "$scrub", "$derive-claim"),
                events(http, "entity=" + reference + "&subtype=operation").stream()
                        .map(DecisionsRecordedTest::name)
                        .toList());
        JsonNode submitted =
                events(http, "entity=" + reference + "&subtype=submitted").get(0);
        assertTrue(submitted.toString().contains(reference + "/_history/1"), submitted::toString);
        JsonNode sent = events(http, "entity=" + reference + "&subtype=sent").get(0);
        assertEquals("clearinghouse", detail(sent, "partner"));
        assertEquals("server", sent.at("/agent/0/who/identifier/value").asText());
        assertEquals("trying-out", submitted.at("/agent/0/who/identifier/value").asText());
    }

    private static void awaitSent(FhirHttp http, String reference) {
        Awaited.until("the claim is sent", () -> !events(http, "entity=" + reference + "&subtype=sent")
                .isEmpty());
    }

    private static JsonNode claim(Answer answer) {
        assertEquals(200, answer.status(), answer::body);
        for (JsonNode parameter : answer.json().path("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                return parameter.path("resource");
            }
        }
        throw new AssertionError(answer.body());
    }

    static List<JsonNode> events(FhirHttp http, String query) {
        Answer answer = http.get("AuditEvent?" + query);
        assertEquals(200, answer.status(), answer::body);
        List<JsonNode> events = new ArrayList<>();
        answer.json().path("entry").forEach(entry -> events.add(entry.path("resource")));
        return events;
    }

    private static String name(JsonNode event) {
        for (JsonNode entity : event.path("entity")) {
            if (entity.has("name")) {
                return entity.path("name").asText();
            }
        }
        return event.toString();
    }

    private static String detail(JsonNode event, String name) {
        for (JsonNode entity : event.path("entity")) {
            for (JsonNode detail : entity.path("detail")) {
                if (detail.path("type").asText().equals(name)) {
                    return detail.path("valueString").asText();
                }
            }
        }
        return "";
    }
}
