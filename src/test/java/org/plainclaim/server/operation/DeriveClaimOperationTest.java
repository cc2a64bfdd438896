package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.NOTHING;
import static org.plainclaim.server.operation.Asked.claims;
import static org.plainclaim.server.operation.Asked.codes;
import static org.plainclaim.server.operation.Asked.derive;
import static org.plainclaim.server.operation.Asked.lines;
import static org.plainclaim.server.operation.Asked.parameter;
import static org.plainclaim.server.operation.Asked.parameters;
import static org.plainclaim.server.operation.Asked.put;
import static org.plainclaim.server.operation.Asked.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

final class DeriveClaimOperationTest {
    @ParameterizedTest
    @EnumSource
    void derivesEveryExampleAsTheCommandLineDoes(RunningServer server) {
        FhirHttp http = server.http();
        for (String name : Sessions.names()) {
            Pushed pushed = Pushed.example(name);
            String encounter = pushed.push(http);
            Answer stored = derive(http, encounter);
            Answer sent = http.post("Encounter/$derive-claim", parameters(pushed.bundle()));
            assertEquals(200, sent.status(), sent.body());
            assertEquals(lines(sent.json()), lines(stored.json()), name);
            assertEquals(status(sent.json()), status(stored.json()), name);
            assertEquals(
                    status(stored.json()).equals("ready") ? 1 : 0,
                    claims(http, encounter).size(),
                    name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesResourcesOneByOneInAnyOrder(RunningServer server) {
        FhirHttp http = server.http();
        for (int seed = 0; seed < 3; seed++) {
            Pushed pushed = Pushed.example("medication-with-psychotherapy");
            Map<String, ObjectNode> resources =
                    pushed.resources((type, id) -> Pushed.object().put("reference", type + "/" + id));
            assertEquals(List.of("99214", "90836"), derivedOneByOne(http, resources, seed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesReferencesByIdentifier(RunningServer server) {
        FhirHttp http = server.http();
        Pushed pushed = Pushed.example("psychotherapy-video-home");
        Map<String, ObjectNode> resources = pushed.resources((type, id) -> {
            ObjectNode reference = Pushed.object().put("type", type);
            reference
                    .putObject("identifier")
                    .put("system", "https://ids.example.org")
                    .put("value", id);
            return reference;
        });
        assertEquals(List.of("90837"), derivedOneByOne(http, resources, 1));
    }

    private static List<String> derivedOneByOne(FhirHttp http, Map<String, ObjectNode> resources, int seed) {
        List<Map.Entry<String, ObjectNode>> order = new ArrayList<>(resources.entrySet());
        Collections.shuffle(order, new Random(seed));
        order.forEach(one -> put(http, one.getKey(), one.getValue()));
        String encounter = resources.keySet().stream()
                .filter(name -> name.startsWith("Encounter/"))
                .findFirst()
                .orElseThrow();
        JsonNode answer = derive(http, encounter.substring(10)).json();
        assertEquals("ready", status(answer), answer.toString());
        return codes(answer);
    }

    @ParameterizedTest
    @EnumSource
    void chargesTheCoverageThatIsNamed(RunningServer server) {
        FhirHttp http = server.http();
        Pushed pushed = Pushed.example("psychotherapy-office");
        String encounter = pushed.push(http);
        String patient = http.get("Encounter/" + encounter)
                .json()
                .at("/subject/reference")
                .asText();
        JsonNode found = http.get("Coverage?beneficiary=" + patient).json().at("/entry/0/resource");
        ObjectNode second = found.deepCopy();
        second.remove(List.of("id", "meta", "identifier"));
        second.put("order", 2);
        String id = http.post("Coverage", second.toString()).json().get("id").asText();
        Answer answer = http.post("Encounter/" + encounter + "/$derive-claim", coverage("Coverage/" + id));
        assertEquals(200, answer.status(), answer.body());
        assertEquals(
                "Coverage/" + id,
                parameter(answer.json(), "claim")
                        .get(0)
                        .at("/resource/insurance/0/coverage/reference")
                        .asText(),
                answer.body());
        Answer unknown = http.post("Encounter/" + encounter + "/$derive-claim", coverage("Coverage/none"));
        assertEquals(422, unknown.status(), unknown.body());
    }

    private static String coverage(String reference) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"coverage\",\"valueReference\":{\"reference\":\""
                + reference + "\"}}]}";
    }

    @ParameterizedTest
    @EnumSource
    void refusesBadInputInPlainWords(RunningServer server) {
        FhirHttp http = server.http();
        refused(400, http.post("Encounter/$derive-claim", "not json"));
        refused(400, http.post("Encounter/$derive-claim", "{\"resourceType\":\"Patient\"}"));
        refused(400, http.post("Encounter/$derive-claim", NOTHING));
        refused(400, http.post("Encounter/$derive-claim", "{\"a\":".repeat(200) + "1" + "}".repeat(200)));
        refused(
                422,
                http.post("Encounter/$derive-claim", parameters(Pushed.object().put("resourceType", "Bundle"))));
        refused(404, http.post("Encounter/no-such-encounter/$derive-claim", NOTHING));
        ObjectNode two = Sessions.bundle("psychotherapy-office");
        two.withArray("entry").addObject().putObject("resource").put("resourceType", "Patient");
        refused(422, http.post("Encounter/$validate-documentation", parameters(two)));
        String unknown =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"dryrun\",\"valueBoolean\":true}]}";
        refused(400, http.post("Encounter/$derive-claim", unknown));
        assertEquals(405, http.get("Encounter/$derive-claim").status());
    }

    private static void refused(int status, Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals("OperationOutcome", answer.json().get("resourceType").asText());
        assertFalse(answer.body().contains("HAPI"), answer.body());
        assertNotEquals("", answer.diagnostics());
    }

    @ParameterizedTest
    @EnumSource
    void reviewsTheDocumentationWithoutStoring(RunningServer server) {
        FhirHttp http = server.http();
        Pushed pushed = Pushed.example("unsigned-note");
        String encounter = pushed.push(http);
        for (Answer answer : List.of(
                http.get("Encounter/" + encounter + "/$validate-documentation"),
                http.post("Encounter/" + encounter + "/$validate-documentation", NOTHING),
                http.post("Encounter/$validate-documentation", parameters(pushed.bundle())))) {
            assertEquals(200, answer.status(), answer.body());
            assertEquals("held", status(answer.json()));
            assertTrue(answer.body().contains("df11-note-signed"));
        }
        assertEquals(0, claims(http, encounter).size());
    }
}
