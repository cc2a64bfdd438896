package org.plainclaim.server.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.derive;
import static org.plainclaim.server.operation.Asked.status;
import static org.plainclaim.server.work.WorkQueueTest.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;
import org.plainclaim.work.FilingClock;

/** A session that is held is work, until it is ready. */
final class SessionWorkTest {
    @ParameterizedTest
    @EnumSource
    void aHeldSessionIsWorkForItsOwnersUntilItIsReady(RunningServer server) {
        FhirHttp http = server.http();
        String encounter = Pushed.example("psychotherapy-office").push(http);
        price(http);
        ObjectNode session = (ObjectNode) http.get("Encounter/" + encounter).json();
        ObjectNode open = session.deepCopy().put("status", "in-progress");
        ok(http.put("Encounter/" + encounter, open.toString()));
        assertEquals("held", status(derive(http, encounter).json()));
        String query = "Task?focus=Encounter/" + encounter;
        JsonNode task = http.get(query).json().at("/entry/0/resource");
        assertEquals(
                "session-not-finished", task.at("/reasonCode/coding/0/code").asText());
        assertEquals("clinician", task.at("/performerType/0/coding/0/code").asText());
        assertEquals(session.at("/subject/reference"), task.at("/for/reference"));
        assertTrue(task.at("/input/0/valueMoney/value").asDouble() > 0, task.toString());
        assertEquals(1, http.get(query + "&status=ready").json().get("total").asInt());
        http.post("Encounter/" + encounter + "/$derive-claim", "{\"resourceType\":\"Parameters\"}");
        assertEquals(
                "1",
                http.get(query).json().at("/entry/0/resource/meta/versionId").asText());
        ok(http.put("Encounter/" + encounter, session.toString()));
        assertEquals("ready", status(derive(http, encounter).json()));
        assertEquals(0, http.get(query + "&status=ready").json().get("total").asInt());
        JsonNode settled = http.get(query).json().at("/entry/0/resource");
        assertEquals("settled", settled.at("/businessStatus/coding/0/code").asText());
        ok(http.put("Encounter/" + encounter, open.toString()));
        derive(http, encounter);
        JsonNode back = http.get(query + "&status=ready").json().at("/entry/0/resource");
        assertEquals("reopened", back.at("/businessStatus/coding/0/code").asText());
        assertEquals(3, back.get("note").size());
    }

    /** The prices that all tests share. */
    private static void price(FhirHttp http) {
        try {
            String fees = Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json"));
            assertEquals(200, http.post("", fees).status());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastDayIsThatOfThePayersFilingLimit(RunningServer server) {
        FilingClock clock = server.server().part(FilingClock.class);
        LocalDate served = LocalDate.parse("2026-11-02");
        assertEquals(LocalDate.parse("2027-11-02"), clock.lastDay("medicare", served));
        assertEquals(null, clock.lastDay("no-such-payer", served));
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunGivesNobodyWork(RunningServer server) {
        FhirHttp http = server.http();
        String encounter = Pushed.example("psychotherapy-office").push(http);
        ObjectNode session = (ObjectNode) http.get("Encounter/" + encounter).json();
        ok(http.put(
                "Encounter/" + encounter, session.put("status", "in-progress").toString()));
        ok(http.post(
                "Encounter/" + encounter + "/$derive-claim",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"dryRun\",\"valueBoolean\":true}]}"));
        assertEquals(
                0,
                http.get("Task?focus=Encounter/" + encounter)
                        .json()
                        .get("total")
                        .asInt());
    }
}
