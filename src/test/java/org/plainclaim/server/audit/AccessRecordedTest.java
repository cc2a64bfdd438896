package org.plainclaim.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.audit.Report;
import org.plainclaim.audit.Verification;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

final class AccessRecordedTest {
    private final String id = "audited-" + UUID.randomUUID();
    private final String patient = "Patient/" + id;

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void everyInteractionWithAPatientIsWrittenDown(RunningServer server) {
        FhirHttp http = server.http();
        assertEquals(201, http.put(patient, patient("Anna")).status());
        assertEquals(200, http.put(patient, patient("Berta")).status());
        assertEquals(200, http.get(patient).status());
        assertEquals(200, http.get(patient + "/_history/1").status());
        assertEquals(200, http.get(patient + "/_history").status());
        assertEquals(200, http.get("Patient?_id=" + id + "&family=Example").status());
        assertEquals(200, http.delete(patient).status());

        List<JsonNode> events = events(http, "patient=" + patient);

        assertEquals(
                List.of("delete", "search", "history", "vread", "read", "update", "create"),
                events.stream()
                        .map(event -> event.at("/subtype/0/code").asText())
                        .toList());
        JsonNode search = events.get(1);
        assertEquals(List.of(patient, "Patient/" + id + "/_history/2"), references(search));
        String query = new String(
                Base64.getDecoder().decode(search.at("/entity/2/query").asText()), StandardCharsets.UTF_8);
        assertEquals("_id=" + id + "&family=***", query);
        assertTrue(references(events.get(6)).contains(patient + "/_history/1"), () -> events.get(6)
                .toString());
        assertEquals(
                "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientCreate",
                events.get(6).at("/meta/profile/0").asText());
        assertEquals(
                "trying-out", events.get(4).at("/agent/0/who/identifier/value").asText());
        assertEquals("127.0.0.1", events.get(4).at("/agent/1/network/address").asText());
    }

    /** An operation that writes its answer itself, past the library, is written down as any other. */
    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aScrubIsWrittenDownWithItsPatient(RunningServer server) {
        FhirHttp http = server.http();
        http.put(patient, patient("Anna"));
        String claim = "{\"resourceType\":\"Claim\",\"id\":\"" + id
                + "\",\"status\":\"active\",\"use\":\"claim\",\"patient\":{\"reference\":\"" + patient + "\"}}";
        assertEquals(201, http.put("Claim/" + id, claim).status());
        Answer scrubbed = http.post("Claim/" + id + "/$scrub", "{\"resourceType\":\"Parameters\"}");
        assertEquals(200, scrubbed.status(), scrubbed.body());

        List<JsonNode> events = events(http, "patient=" + patient + "&entity=Claim/" + id);

        assertTrue(events.stream().anyMatch(event -> event.toString().contains("$scrub")), events::toString);
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void whatIsRefusedOrNotThereIsWrittenDownToo(RunningServer server) {
        FhirHttp http = server.http();
        assertEquals(404, http.get(patient).status());
        assertEquals(400, http.get("Patient?nonsense=secret-" + id).status());

        JsonNode missing = events(http, "entity=" + patient).get(0);

        assertEquals("4", missing.path("outcome").asText());
        assertEquals("HTTP 404", missing.path("outcomeDesc").asText());
        assertTrue(missing.toString().contains("GET /fhir/" + patient), missing::toString);
        assertFalse(http.get("AuditEvent?date=ge2026-01-01&_count=50").body().contains("secret-" + id));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aSearchTellsEachPatientApart(RunningServer server) {
        FhirHttp http = server.http();
        String other = "Patient/other-" + id;
        http.put(patient, patient("Anna"));
        http.put(other, patient("Anna").replace(id, "other-" + id));
        http.get("Patient?_id=" + id + ",other-" + id);

        for (String one : List.of(patient, other)) {
            JsonNode search = events(http, "patient=" + one).get(0);
            assertEquals("search", search.at("/subtype/0/code").asText());
            assertEquals(List.of(one, one + "/_history/1"), references(search));
        }
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aTransactionIsWrittenDownWithEachResourceAndIfItFailsWithNone(RunningServer server) {
        FhirHttp http = server.http();
        String good = entry("PUT", patient, patient("Anna"));
        String bad = entry("PUT", "Encounter/" + id, "{\"resourceType\":\"Encounter\",\"id\":\"wrong\"}");

        assertEquals(400, http.post("", transaction(good, bad)).status());
        assertTrue(events(http, "patient=" + patient).isEmpty());
        assertEquals(200, http.post("", transaction(good)).status());

        assertEquals(
                List.of("create"),
                events(http, "patient=" + patient).stream()
                        .map(event -> event.at("/subtype/0/code").asText())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void nobodyChangesTheTrailOverHttp(RunningServer server) {
        FhirHttp http = server.http();
        http.put(patient, patient("Anna"));
        JsonNode event = events(http, "patient=" + patient).get(0);
        String address = "AuditEvent/" + event.path("id").asText();

        assertEquals(200, http.get(address).status());
        assertEquals(405, http.put(address, event.toString()).status());
        assertEquals(405, http.delete(address).status());
        assertEquals(405, http.post("AuditEvent", event.toString()).status());
        assertEquals(
                405,
                http.patch(address, "[]", "Content-Type", "application/json-patch+json")
                        .status());
        assertTrue(http.post("", transaction(entry("PUT", address, event.toString())))
                        .status()
                >= 400);
        assertEquals(event.toString(), http.get(address).json().toString());
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void theChainsOfTheRunningServerAreSound(RunningServer server) {
        server.http().put(patient, patient("Anna"));
        AuditTable table = server.part(AuditTable.class);

        Verification verification = new Verification(List.of());
        table.forEach(verification::take);
        Report report = verification.end(table::hashes);

        assertTrue(report.sound(), () -> report.faults().toString());
        assertTrue(report.entries() > 1);
    }

    private static List<JsonNode> events(FhirHttp http, String query) {
        Answer answer = http.get("AuditEvent?" + query);
        assertEquals(200, answer.status(), answer::body);
        List<JsonNode> events = new ArrayList<>();
        answer.json().path("entry").forEach(entry -> events.add(entry.path("resource")));
        return events;
    }

    private static List<String> references(JsonNode event) {
        List<String> found = new ArrayList<>();
        event.path("entity").forEach(entity -> {
            if (entity.at("/what/reference").isTextual()) {
                found.add(entity.at("/what/reference").asText());
            }
        });
        return found;
    }

    private String patient(String given) {
        return """
            {"resourceType": "Patient", "id": "%s", "name": [{"family": "Example", "given": ["%s"]}]}"""
                .formatted(id, given);
    }

    private static String entry(String method, String url, String resource) {
        return """
            {"resource": %s, "request": {"method": "%s", "url": "%s"}}"""
                .formatted(resource, method, url);
    }

    private static String transaction(String... entries) {
        return """
            {"resourceType": "Bundle", "type": "transaction", "entry": [%s]}"""
                .formatted(String.join(", ", entries));
    }
}
