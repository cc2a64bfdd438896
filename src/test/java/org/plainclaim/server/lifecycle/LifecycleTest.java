package org.plainclaim.server.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plainclaim.audit.Retention;
import org.plainclaim.confidentiality.Disclosures;
import org.plainclaim.confidentiality.MadeDisclosure;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;
import org.plainclaim.server.submission.Dispatcher;
import org.plainclaim.server.submission.SubmissionLog;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class LifecycleTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private final FhirHttp http = RunningServer.H2.http();

    @Test
    void aPatientGetsTheWholeRecordAndNobodyElsesAndWhatWasSentIsKept() throws IOException {
        http.post("", Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json")));
        String other = Pushed.example("psychotherapy-office").push(http);
        String encounter = Pushed.example("psychotherapy-office").push(http);
        String patient = http.get("Encounter/" + encounter)
                .json()
                .at("/subject/reference")
                .asText();
        String claim = claim(http.post("Encounter/" + encounter + "/$derive-claim", NOTHING));

        Set<String> record = references(http.get(patient + "/$everything"));
        assertTrue(record.containsAll(List.of(patient, claim, "Encounter/" + encounter)), record::toString);
        assertTrue(record.stream().anyMatch(name -> name.startsWith("Practitioner/")), record::toString);
        assertTrue(record.stream().anyMatch(name -> name.startsWith("Composition/")), record::toString);
        assertFalse(record.contains("Encounter/" + other), record::toString);
        assertEquals(400, http.get(patient + "/$everything?_since=2026-01-01").status());
        assertEquals(404, http.get("Patient/none/$everything").status());

        assertEquals(200, http.post(claim + "/$submit", NOTHING).status());
        RunningServer.H2.part(Dispatcher.class).run();
        assertTrue(RunningServer.H2
                .part(SubmissionLog.class)
                .claimsOf(claim)
                .get(0)
                .state()
                .gone());
        for (String kept : List.of(claim, "Encounter/" + encounter, patient)) {
            Answer refused = http.delete(kept);
            assertEquals(409, refused.status(), refused::body);
            assertTrue(refused.diagnostics().contains("not checked"), refused::body);
            assertEquals(200, http.get(kept).status());
        }
        String free = http.post(
                        "Observation",
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}")
                .json()
                .path("id")
                .asText();
        assertEquals(200, http.delete("Observation/" + free).status());
    }

    @Test
    void rowsSayHowLongBillingRecordsOfAPayerAreKept() {
        RuleLibrary rules = RuleLoader.load(TerminologyFolder.shipped());
        LocalDate served = LocalDate.of(2026, 3, 2);

        assertEquals(
                LocalDate.of(2033, 3, 2),
                Retention.billing(served, rules.book("medicare").orElseThrow())
                        .orElseThrow()
                        .until());
        assertEquals(
                LocalDate.of(2036, 3, 2),
                Retention.billing(served, rules.book("medicare-advantage").orElseThrow())
                        .orElseThrow()
                        .until());
        assertEquals(
                LocalDate.of(2033, 3, 2),
                Retention.billing(served, rules.book("medicaid-oregon").orElseThrow())
                        .orElseThrow()
                        .until());
        for (String unknown : List.of("tricare", "commercial", "medicaid-michigan")) {
            assertTrue(
                    Retention.billing(served, rules.book(unknown).orElseThrow()).isEmpty(),
                    "no public source was read, so it is not checked: " + unknown);
        }
        assertTrue(Retention.billing(served, rules.base()).isEmpty());
        assertEquals(LocalDate.of(2020, 11, 30), Retention.accountingFrom(LocalDate.of(2026, 11, 30), rules.base()));
    }

    @Test
    void aPatientIsToldWhoWasToldWhat() {
        String patient = "Patient/told-" + UUID.randomUUID();
        http.put(patient, "{\"resourceType\":\"Patient\",\"id\":\"" + patient.substring(8) + "\"}");
        RunningServer.H2
                .part(Disclosures.class)
                .made(new MadeDisclosure(
                        Instant.now(),
                        patient,
                        List.of("Claim/7/_history/2"),
                        "SRHP1",
                        "837",
                        "HPAYMT",
                        List.of("R"),
                        "rule-1",
                        "Consent/3",
                        "notice-short",
                        "NTE"));

        JsonNode answer = http.get(patient + "/$disclosures").json();

        assertEquals(3, answer.path("parameter").size(), answer::toString);
        String disclosure = answer.at("/parameter/2").toString();
        for (String part : List.of("SRHP1", "Claim/7/_history/2", "HPAYMT", "Consent/3", "AuditEvent/")) {
            assertTrue(disclosure.contains(part), disclosure);
        }
        assertEquals(
                2,
                http.get(patient + "/$disclosures?start=2020-01-01&end=2020-12-31")
                        .json()
                        .path("parameter")
                        .size());
        assertEquals(
                400,
                http.get(patient + "/$disclosures?start=2021-01-01&end=2020-12-31")
                        .status());
    }

    private static Set<String> references(Answer answer) {
        assertEquals(200, answer.status(), answer::body);
        Set<String> found = new HashSet<>();
        answer.json()
                .path("entry")
                .forEach(entry -> found.add(entry.at("/resource/resourceType").asText() + "/"
                        + entry.at("/resource/id").asText()));
        return found;
    }

    private static String claim(Answer answer) {
        List<String> claims = new ArrayList<>();
        answer.json().path("parameter").forEach(parameter -> {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                claims.add("Claim/" + parameter.at("/resource/id").asText());
            }
        });
        return claims.get(0);
    }
}
