package org.plainclaim.server.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Asked;
import org.plainclaim.server.operation.Pushed;

/** Bulk exports as HL7's Bulk Data Access has them. */
final class BulkExportTest {
    private static final String ASYNC = "respond-async";
    private static final String READ = "system/*.rs";

    private static String patientOf(FhirHttp http, String encounter) {
        return http.get("Encounter/" + encounter)
                .json()
                .at("/subject/reference")
                .asText()
                .replace("Patient/", "");
    }

    @ParameterizedTest
    @EnumSource
    void exportsTheRecordOfAPatientAsItWasWhenItWasAskedFor(RunningServer server) {
        FhirHttp http = server.http();
        String encounter = Pushed.example("psychotherapy-office").push(http);
        String patient = patientOf(http, encounter);
        Asked.derive(http, encounter);
        ObjectNode parameters = Pushed.object().put("resourceType", "Parameters");
        parameters
                .putArray("parameter")
                .addObject()
                .put("name", "patient")
                .putObject("valueReference")
                .put("reference", "Patient/" + patient);
        Answer begun = http.post("Patient/$export", parameters.toString(), "Prefer", ASYNC);
        assertEquals(202, begun.status(), begun.body());
        ObjectNode later = (ObjectNode) http.get("Patient/" + patient).json();
        Asked.put(http, "Patient/" + patient, later.put("gender", "other"));
        JsonNode manifest =
                http.get(Fetched.path(begun.header("Content-Location"))).json();
        Set<String> types =
                manifest.findValues("type").stream().map(JsonNode::asText).collect(Collectors.toSet());
        assertTrue(
                types.containsAll(
                        Set.of("Patient", "Encounter", "Condition", "Composition", "Coverage", "CarePlan", "Claim")),
                types::toString);
        assertTrue(manifest.path("requiresAccessToken").asBoolean());
        for (JsonNode output : manifest.path("output")) {
            String body = http.get(Fetched.path(output.path("url").asText())).body();
            if (output.path("type").asText().equals("Patient")) {
                assertEquals(1, body.lines().count());
                assertFalse(body.contains("\"other\""), "what was stored later is not in it");
                assertTrue(body.contains("\"lastUpdated\":"), body);
            }
            if (output.path("type").asText().equals("Claim")) {
                assertTrue(body.contains("\"profile\":["), body);
            }
        }
        String again = String.valueOf(
                Fetched.ofPatients(http, List.of(patient)).content().get("Patient/" + patient));
        assertTrue(again.contains("\"other\""), again);
    }

    @ParameterizedTest
    @EnumSource
    void aSystemExportHasWhatPatientsShareAndSinceLeavesOutWhatIsOlder(RunningServer server) {
        FhirHttp http = server.http();
        String encounter = Pushed.example("medication-check").push(http);
        Map<String, JsonNode> all =
                Fetched.get(http, "$export?_type=Encounter,Practitioner").content();
        assertTrue(all.containsKey("Encounter/" + encounter));
        assertTrue(all.keySet().stream().anyMatch(one -> one.startsWith("Practitioner/")));
        assertTrue(all.keySet().stream().noneMatch(one -> one.startsWith("Patient/")));
        Fetched later = Fetched.get(http, "$export?_type=Encounter&_since=2100-01-01T00:00:00Z");
        assertEquals(List.of(), later.lines());
        assertEquals(0, later.manifest().path("output").size());
    }

    @Test
    void isForgottenOnceItIsDeleted() {
        FhirHttp http = RunningServer.H2.http();
        Answer begun = http.get("$export?_type=Location", "Prefer", ASYNC);
        String status = Fetched.path(begun.header("Content-Location"));
        assertEquals(200, http.get(status).status());
        assertEquals(202, http.delete(status).status());
        assertEquals(404, http.get(status).status());
        assertEquals(404, http.get(status.replace("status", "file") + "&file=1").status());
    }

    @Test
    void refusesWhatItCanNotDo() {
        FhirHttp http = RunningServer.H2.http();
        assertEquals(400, http.get("$export").status());
        assertEquals(400, http.get("$export?_type=Martian", "Prefer", ASYNC).status());
        assertEquals(400, http.get("$export?_since=yesterday", "Prefer", ASYNC).status());
        assertEquals(
                400, http.get("$export?_outputFormat=text/csv", "Prefer", ASYNC).status());
        assertEquals(400, http.get("$export?_typeFilter=x", "Prefer", ASYNC).status());
        assertEquals(404, http.get("$export-status?job=none").status());
    }

    @Test
    void isForRecordSystemsAndAuditorsAndForWhoAskedOnly() {
        FhirHttp ehr = GuardedServer.as(READ, Role.EHR);
        for (Role role : Role.values()) {
            boolean may = role == Role.EHR || role == Role.AUDITOR;
            int status = GuardedServer.as(READ, role)
                    .get("$export?_type=Patient", "Prefer", ASYNC)
                    .status();
            assertEquals(may ? 202 : 403, status, role.code());
        }
        GuardedServer.everybody().post("Patient", "{\"resourceType\":\"Patient\",\"active\":true}");
        Answer begun = ehr.get("$export?_type=Patient", "Prefer", ASYNC);
        String status = Fetched.path(begun.header("Content-Location"));
        assertEquals(200, ehr.get(status).status());
        String another = GuardedServer.sign(
                GuardedServer.claims(READ, Role.EHR).subject("bob").build());
        assertEquals(404, GuardedServer.with(another).get(status).status());
        assertEquals(403, GuardedServer.as(READ, Role.BILLER).get(status).status());
        ehr.get(status.replace("status", "file") + "&file=1");
        String trail = GuardedServer.as("system/*.rs", Role.AUDITOR)
                .get("AuditEvent?_count=100")
                .body();
        for (String operation : List.of("$export", "$export-status", "$export-file")) {
            assertTrue(trail.contains("\"" + operation + "\""), () -> operation + " is not in " + trail);
        }
        FhirHttp narrow = GuardedServer.as("system/Patient.rs", Role.EHR);
        assertEquals(403, narrow.get("$export?_type=Encounter", "Prefer", ASYNC).status());
        Answer rest = narrow.get("$export", "Prefer", ASYNC);
        JsonNode manifest =
                narrow.get(Fetched.path(rest.header("Content-Location"))).json();
        assertFalse(manifest.path("output").toString().contains("Encounter"), manifest.toString());
        String leftOut =
                narrow.get(Fetched.path(manifest.at("/error/0/url").asText())).body();
        assertTrue(leftOut.contains("Encounter"), leftOut);
    }
}
