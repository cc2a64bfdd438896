package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

final class DeriveClaimOperationTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

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
    void storesTheClaimWithItsProvenance(RunningServer server) {
        FhirHttp http = server.http();
        String encounter = Pushed.example("psychotherapy-video-home").push(http);
        Answer answer = derive(http, encounter);
        JsonNode claim = parameter(answer.json(), "claim").get(0).get("resource");
        String id = claim.get("id").asText();
        JsonNode read = http.get("Claim/" + id).json();
        assertEquals("active", read.get("status").asText());
        assertEquals("90837", read.at("/item/0/productOrService/coding/0/code").asText());
        assertEquals(
                "Encounter/" + encounter,
                read.at("/item/0/encounter/0/reference").asText());
        JsonNode provenances = http.get("Provenance?target=Claim/" + id).json();
        assertEquals(1, provenances.get("total").asInt(), provenances.toString());
        JsonNode provenance = provenances.at("/entry/0/resource");
        assertEquals(
                "Claim/" + id + "/_history/1",
                provenance.at("/target/0/reference").asText());
        assertTrue(provenance.at("/policy/0").asText().startsWith("urn:sha256:"));
        List<String> sources = new ArrayList<>();
        provenance
                .get("entity")
                .forEach(entity -> sources.add(entity.at("/what/reference").asText()));
        assertTrue(sources.contains("Encounter/" + encounter + "/_history/1"), sources.toString());
        for (String type :
                List.of("Patient", "Practitioner", "PractitionerRole", "Composition", "Consent", "CarePlan")) {
            assertTrue(sources.stream().anyMatch(source -> source.matches(type + "/[^/]+/_history/[0-9]+")), type);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameClaimForTheSameSession(RunningServer server) {
        FhirHttp http = server.http();
        Pushed pushed = Pushed.example("psychotherapy-office");
        String encounter = pushed.push(http);
        JsonNode first = parameter(derive(http, encounter).json(), "claim").get(0);
        assertEquals(encounter, pushed.push(http), "pushed twice, nothing doubles");
        JsonNode second = parameter(derive(http, encounter).json(), "claim").get(0);
        assertEquals(first.at("/resource/id"), second.at("/resource/id"));
        assertEquals("1", second.at("/resource/meta/versionId").asText());
        assertEquals(1, claims(http, encounter).size());
    }

    @ParameterizedTest
    @EnumSource
    void updatesTheClaimOfAChangedSessionAndCancelsThatOfAHeldOne(RunningServer server) {
        FhirHttp http = server.http();
        String encounter = Pushed.example("psychotherapy-video-home").push(http);
        derive(http, encounter);
        ObjectNode changed = (ObjectNode) http.get("Encounter/" + encounter).json();
        String stop = changed.at("/period/end").asText();
        ((ObjectNode) changed.get("period"))
                .put(
                        "end",
                        stop.replaceFirst(
                                "T..:..", changed.at("/period/start").asText().substring(10, 13) + ":40"));
        put(http, "Encounter/" + encounter, changed);
        JsonNode updated =
                parameter(derive(http, encounter).json(), "claim").get(0).get("resource");
        assertEquals("2", updated.at("/meta/versionId").asText());
        assertEquals(
                "90834", updated.at("/item/0/productOrService/coding/0/code").asText());

        changed.put("status", "in-progress");
        put(http, "Encounter/" + encounter, changed);
        assertEquals("held", status(derive(http, encounter).json()));
        List<JsonNode> held = claims(http, encounter);
        assertEquals(1, held.size());
        assertEquals("cancelled", held.get(0).get("status").asText());
        assertEquals("held", status(derive(http, encounter).json()));
        assertEquals("3", claims(http, encounter).get(0).at("/meta/versionId").asText());

        changed.put("status", "finished");
        put(http, "Encounter/" + encounter, changed);
        assertEquals("ready", status(derive(http, encounter).json()));
        assertEquals("active", claims(http, encounter).get(0).get("status").asText());
        String id = claims(http, encounter).get(0).get("id").asText();
        assertEquals(
                4, http.get("Provenance?target=Claim/" + id).json().get("total").asInt());
    }

    @ParameterizedTest
    @EnumSource
    void holdsToTheVersionThatIfMatchNames(RunningServer server) {
        FhirHttp http = server.http();
        String encounter = Pushed.example("psychotherapy-office").push(http);
        for (String operation : List.of("/$derive-claim", "/$validate-documentation")) {
            String url = "Encounter/" + encounter + operation;
            Answer stale = http.post(url, NOTHING, "If-Match", "W/\"9\"");
            assertEquals(412, stale.status(), stale.body());
            assertEquals(400, http.post(url, NOTHING, "If-Match", "rubbish").status(), operation);
            assertEquals(0, claims(http, encounter).size(), operation);
        }
        Answer current = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING, "If-Match", "W/\"1\"");
        assertEquals(200, current.status(), current.body());
        assertEquals(1, claims(http, encounter).size());
    }

    @ParameterizedTest
    @EnumSource
    void storesOneClaimForManyCallsAtOnce(RunningServer server) throws Exception {
        FhirHttp http = server.http();
        String encounter = Pushed.example("psychotherapy-office").push(http);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> calls = Collections.nCopies(8, () -> derive(http, encounter));
            Set<String> ids = new HashSet<>();
            for (Future<Answer> call : threads.invokeAll(calls)) {
                ids.add(parameter(call.get().json(), "claim")
                        .get(0)
                        .at("/resource/id")
                        .asText());
            }
            assertEquals(1, ids.size());
        } finally {
            threads.shutdown();
        }
        List<JsonNode> claims = claims(http, encounter);
        assertEquals(1, claims.size());
        assertEquals("1", claims.get(0).at("/meta/versionId").asText());
        String id = claims.get(0).get("id").asText();
        assertEquals(
                1, http.get("Provenance?target=Claim/" + id).json().get("total").asInt());
    }

    @ParameterizedTest
    @EnumSource
    void storesNothingInADryRun(RunningServer server) {
        FhirHttp http = server.http();
        String encounter = Pushed.example("psychotherapy-office").push(http);
        String dry = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"dryRun\",\"valueBoolean\":true}]}";
        Answer answer = http.post("Encounter/" + encounter + "/$derive-claim", dry);
        assertEquals("ready", status(answer.json()));
        assertEquals(0, claims(http, encounter).size());
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

    private static void put(FhirHttp http, String reference, JsonNode resource) {
        Answer answer = http.put(reference, resource.toString());
        assertTrue(answer.status() < 300, answer.body());
    }

    private static Answer derive(FhirHttp http, String encounter) {
        Answer answer = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING);
        assertEquals(200, answer.status(), answer.body());
        return answer;
    }

    private static String parameters(JsonNode session) {
        ObjectNode parameters = Pushed.object().put("resourceType", "Parameters");
        parameters.putArray("parameter").addObject().put("name", "session").set("resource", session);
        return parameters.toString();
    }

    private static List<JsonNode> claims(FhirHttp http, String encounter) {
        List<JsonNode> claims = new ArrayList<>();
        http.get("Claim?encounter=Encounter/" + encounter)
                .json()
                .path("entry")
                .forEach(entry -> claims.add(entry.get("resource")));
        return claims;
    }

    private static List<JsonNode> parameter(JsonNode parameters, String name) {
        List<JsonNode> found = new ArrayList<>();
        parameters.get("parameter").forEach(parameter -> {
            if (parameter.get("name").asText().equals(name)) {
                found.add(parameter);
            }
        });
        return found;
    }

    private static String status(JsonNode parameters) {
        return parameter(parameters, "status").get(0).get("valueCode").asText();
    }

    private static List<String> codes(JsonNode parameters) {
        return parameter(parameters, "line").stream()
                .map(line ->
                        line.at("/part/0/valueCodeableConcept/coding/0/code").asText())
                .toList();
    }

    /** The lines without the references, which differ between a Bundle and the store. */
    private static List<String> lines(JsonNode parameters) {
        return parameter(parameters, "line").stream()
                .map(line -> line.toString().replaceAll("\\{\"reference\":\"[^\"]*\"\\}", "{}"))
                .toList();
    }
}
