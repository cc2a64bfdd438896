package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.NOTHING;
import static org.plainclaim.server.operation.Asked.claims;
import static org.plainclaim.server.operation.Asked.derive;
import static org.plainclaim.server.operation.Asked.parameter;
import static org.plainclaim.server.operation.Asked.put;
import static org.plainclaim.server.operation.Asked.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

final class StoredClaimTest {
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
}
