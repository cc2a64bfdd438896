package org.plainclaim.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Resources pushed one by one in any order. */
final class AnyOrderTest {
    private final String patient = "p-" + UUID.randomUUID();
    private final String encounter = "e-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void acceptsAReferenceToWhatHasNotArrivedYet(RunningServer server) {
        FhirHttp http = server.http();
        var stored = http.put("Encounter/" + encounter, encounter());
        assertEquals(201, stored.status(), stored.body());
        assertEquals(
                List.of(encounter),
                http.get("Encounter?subject=Patient/" + patient).matches());
    }

    @ParameterizedTest
    @EnumSource
    void hidesWhatHasNotArrivedYet(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Encounter/" + encounter, encounter());
        assertEquals(404, http.get("Patient/" + patient).status());
        assertEquals(404, http.get("Patient/" + patient + "/_history").status());
        assertEquals(404, http.get("Patient/" + patient + "/_history/1").status());
        assertEquals(List.of(), http.get("Patient?_id=" + patient).matches());
        assertEquals(0, http.get("Patient?_id=" + patient).json().path("total").asInt(-1));
        var included = http.get("Encounter?_id=" + encounter + "&_include=Encounter:subject");
        assertEquals(1, included.json().path("entry").size(), included.body());
        assertFalse(http.get("Patient/_history?_count=1000").body().contains(patient));
    }

    @ParameterizedTest
    @EnumSource
    void deletesWhatHasNotArrivedYetWithoutAFault(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Encounter/" + encounter, encounter());
        var gone = http.delete("Patient/" + patient);
        assertEquals(200, gone.status(), gone.body());
        assertEquals(201, http.put("Patient/" + patient, patient("Rivera")).status());
    }

    @ParameterizedTest
    @EnumSource
    void noConditionByWhatRefersToItFindsIt(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Encounter/" + encounter, encounter());
        String condition = "Patient?_has:Encounter:patient:_id=" + encounter;
        assertEquals(0, http.get(condition).json().path("total").asInt(-1));
        assertEquals(200, http.delete(condition).status());
        assertEquals(201, http.put("Patient/" + patient, patient("Rivera")).status());
        assertEquals(1, http.get(condition).json().path("total").asInt(-1));
    }

    @ParameterizedTest
    @EnumSource
    void fillsItWhenItArrives(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Encounter/" + encounter, encounter());
        var arrived = http.put("Patient/" + patient, patient("Rivera"));
        assertEquals(201, arrived.status(), arrived.body());
        assertEquals(
                "1",
                http.get("Patient/" + patient)
                        .json()
                        .path("meta")
                        .path("versionId")
                        .asText());
        assertEquals(
                1,
                http.get("Patient/" + patient + "/_history")
                        .json()
                        .path("total")
                        .asInt());
        assertEquals(
                List.of(encounter),
                http.get("Encounter?subject:Patient.name=Rivera&subject=" + patient)
                        .matches());
        var included = http.get("Encounter?_id=" + encounter + "&_include=Encounter:subject");
        assertEquals(2, included.json().path("entry").size(), included.body());
        var changed = http.put("Patient/" + patient, patient("Stone"));
        assertEquals(200, changed.status(), changed.body());
        assertEquals("2", changed.json().path("meta").path("versionId").asText());
    }

    @ParameterizedTest
    @EnumSource
    void isNotFooledByAPlaceholderInAConditionalCreate(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Encounter/" + encounter, encounter());
        String condition = "identifier=urn:test|" + patient;
        var first = http.post("Patient", patient("Rivera"), "If-None-Exist", condition);
        assertEquals(201, first.status(), first.body());
        var second = http.post("Patient", patient("Rivera"), "If-None-Exist", condition);
        assertEquals(200, second.status(), second.body());
        assertEquals(
                1,
                http.get("Patient?" + condition.replace("|", "%7C"))
                        .json()
                        .path("total")
                        .asInt());
    }

    @ParameterizedTest
    @EnumSource
    void takesTheReferenceAndItsTargetInOneTransaction(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Encounter/" + encounter, encounter());
        String bundle =
                """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"resource":{"resourceType":"Condition","subject":{"reference":"Patient/%1$s"}},
                  "request":{"method":"POST","url":"Condition"}},
                 {"resource":%2$s,"request":{"method":"PUT","url":"Patient/%1$s"}}]}"""
                        .formatted(patient, patient("Rivera"));
        var done = http.post("", bundle);
        assertEquals(200, done.status(), done.body());
        assertEquals(200, http.get("Patient/" + patient).status());
        assertEquals(
                1, http.get("Condition?patient=" + patient).json().path("total").asInt());
    }

    @ParameterizedTest
    @EnumSource
    void refusesANumberThatTheServerNeverGaveOut(RunningServer server) {
        var refused = server.http()
                .post(
                        "Encounter",
                        encounter()
                                .replace("Patient/" + patient, "Patient/999999999")
                                .replace("\"id\":\"" + encounter + "\",", ""));
        assertEquals(422, refused.status(), refused.body());
        assertTrue(refused.diagnostics().contains("Encounter.subject"), refused.body());
    }

    @ParameterizedTest
    @EnumSource
    void keepsReferencesByIdentifierAndToOtherServers(RunningServer server) {
        FhirHttp http = server.http();
        String coverage = "c-" + UUID.randomUUID();
        var stored = http.put(
                "Coverage/" + coverage,
                """
                {"resourceType":"Coverage","id":"%s","status":"active",
                 "beneficiary":{"reference":"http://elsewhere.example.org/fhir/Patient/4"},
                 "payor":[{"identifier":{"system":"urn:payer","value":"77"}},{"reference":"Organization/late-%1$s"}],
                 "contract":[{"reference":"Contract/not-stored-here"}]}"""
                        .formatted(coverage));
        assertEquals(201, stored.status(), stored.body());
        var kept = http.get("Coverage/" + coverage).json();
        assertEquals("77", kept.at("/payor/0/identifier/value").asText());
        assertEquals(
                "http://elsewhere.example.org/fhir/Patient/4",
                kept.at("/beneficiary/reference").asText());
        assertEquals(
                "Contract/not-stored-here", kept.at("/contract/0/reference").asText());
        var found = http.get("Coverage?_id=" + coverage + "&beneficiary=http://elsewhere.example.org/fhir/Patient/4");
        assertEquals(List.of(coverage), found.matches(), found.body());
    }

    @ParameterizedTest
    @EnumSource
    void answersGoneAndNotPlaceholderAfterADelete(RunningServer server) {
        FhirHttp http = server.http();
        http.put("Patient/" + patient, patient("Rivera"));
        assertTrue(http.delete("Patient/" + patient).status() < 300);
        assertEquals(410, http.get("Patient/" + patient).status());
        var refused = http.put("Encounter/" + encounter, encounter());
        assertEquals(422, refused.status(), refused.body());
        assertTrue(refused.diagnostics().contains("deleted"), refused.body());
    }

    @ParameterizedTest
    @EnumSource
    void takesManyAtOnceThatReferToTheSameLatecomer(RunningServer server) {
        FhirHttp http = server.http();
        List<Integer> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> http.post(
                                "Condition",
                                "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/" + patient
                                        + "\"}}")
                        .status())
                .distinct()
                .toList();
        assertEquals(List.of(201), answers);
        assertEquals(
                12,
                http.get("Condition?patient=" + patient).json().path("total").asInt());
    }

    private String encounter() {
        return """
               {"resourceType":"Encounter","id":"%s","status":"finished","class":{"code":"AMB"},
                "subject":{"reference":"Patient/%s"}}"""
                .formatted(encounter, patient);
    }

    private String patient(String family) {
        return """
               {"resourceType":"Patient","id":"%s","identifier":[{"system":"urn:test","value":"%1$s"}],
                "name":[{"family":"%s"}]}"""
                .formatted(patient, family);
    }
}
