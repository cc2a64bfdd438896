package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;

/** Scopes of the one patient that an application was launched for. */
final class LaunchedPatientTest {
    private static final Practice PRACTICE = Practice.store();
    private static final String ANN = PRACTICE.id("ann");
    private static final String BOB = PRACTICE.id("bob");
    private static final String JSON_PATCH = "application/json-patch+json";

    private static FhirHttp launched(String scopes, Role role) {
        JWTClaimsSet.Builder claims = GuardedServer.claims(scopes, role).claim("patient", ANN);
        return GuardedServer.with(GuardedServer.sign(claims.build()));
    }

    private static FhirHttp ofAnn() {
        return launched("patient/*.cruds", Role.EHR);
    }

    @Test
    void theScopesOfAPatientReachThatPatient() {
        assertEquals(List.of(ANN), ofAnn().get("Patient").matches());
        assertEquals(List.of(ANN), ofAnn().get("Observation?code=44261-6").matches());
        assertEquals(1, ofAnn().get("Encounter").json().path("total").asInt());
        assertEquals(
                0,
                ofAnn().get("Observation?patient=Patient/" + BOB)
                        .json()
                        .path("total")
                        .asInt());
        assertEquals(200, ofAnn().get("Encounter/" + ANN).status());
        assertEquals(403, ofAnn().get("Practitioner").status());
        assertEquals(404, ofAnn().get("Practitioner/" + PRACTICE.id("doc")).status());
        for (String type : List.of("Patient", "Encounter", "Observation", "Claim")) {
            PRACTICE.hides(ofAnn(), "GET", type, "", "");
            PRACTICE.hides(ofAnn(), "GET", type, "/_history", "");
        }
        PRACTICE.hides(ofAnn(), "DELETE", "Observation", "", "");
        PRACTICE.hides(ofAnn(), "GET", "Encounter", "/$validate-documentation", "");
        assertEquals(
                0,
                ofAnn().get("Patient/" + BOB + "/Observation")
                        .json()
                        .path("total")
                        .asInt());
        assertEquals(
                1,
                ofAnn().get("Patient/" + ANN + "/Observation")
                        .json()
                        .path("total")
                        .asInt());
    }

    @Test
    void nothingIsWrittenForAnotherPatient() {
        String observation =
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/%s\"}}";
        FhirHttp.Answer made = ofAnn().post("Observation", observation.formatted(ANN));
        assertEquals(201, made.status(), made.body());
        String id = made.json().path("id").asText();

        assertEquals(
                403, ofAnn().post("Observation", observation.formatted(BOB)).status());
        assertEquals(
                403,
                ofAnn().post("Observation", observation.replace(",\"subject\":{\"reference\":\"Patient/%s\"}", ""))
                        .status());
        String move = "[{\"op\":\"replace\",\"path\":\"/subject/reference\",\"value\":\"Patient/" + BOB + "\"}]";
        assertEquals(
                403,
                ofAnn().patch("Observation/" + id, move, "Content-Type", JSON_PATCH)
                        .status());
        assertEquals(200, ofAnn().delete("Observation/" + id).status());
    }

    @Test
    void withoutALaunchThereIsNoPatientToReach() {
        assertEquals(
                403,
                GuardedServer.as("patient/*.cruds", Role.EHR).get("Observation").status());
        assertEquals(
                403,
                GuardedServer.as("patient/*.cruds", Role.EHR)
                        .get("Observation/" + ANN)
                        .status());
    }

    /** What is not in the store can not be narrowed, so it needs a scope that is not narrow. */
    @Test
    void theTrailIsNotOpenToNarrowScopes() {
        FhirHttp auditor = launched("patient/*.rs", Role.AUDITOR);

        assertEquals(
                200,
                GuardedServer.as("user/AuditEvent.rs", Role.AUDITOR)
                        .get("AuditEvent?_count=1")
                        .status());
        assertEquals(403, auditor.get("AuditEvent?_count=1").status());
        assertEquals(404, auditor.get("AuditEvent/1").status());
        assertEquals(
                403,
                GuardedServer.as("user/AuditEvent.rs?action=R", Role.AUDITOR)
                        .get("AuditEvent")
                        .status());
        String batch =
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"AuditEvent\"}}]}";
        assertEquals(
                "403",
                auditor.post("", batch)
                        .json()
                        .at("/entry/0/response/status")
                        .asText()
                        .substring(0, 3));
    }

    @Test
    void theLaunchDoesNotChangeWhatTheRoleAllows() {
        assertEquals(
                403,
                launched("patient/*.cruds", Role.BILLER)
                        .get("Observation/" + ANN)
                        .status());
    }

    @Test
    void operationsOfASessionStayWithThePatient() {
        FhirHttp ann = launched("patient/*.cruds", Role.CLINICIAN);
        FhirHttp.Answer answer = ann.get("Encounter/" + ANN + "/$validate-documentation");

        assertFalse(List.of(401, 403, 404).contains(answer.status()), answer.body());
        assertEquals(403, ann.get("CarePlan/$due").status());
        String other = "Encounter/" + ANN + "/$validate-documentation";
        assertEquals(403, ann.get(other + "?coverage=Coverage/" + BOB).status());
        String parameters =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"coverage\",\"valueReference\":{"
                        + "\"reference\":\"Coverage/" + BOB + "\"}}]}";
        assertEquals(403, ann.post(other, parameters).status());
        assertEquals(
                403,
                ann.post(other, parameters.replace("\"parameter\"", "\"\\u0070arameter\""))
                        .status());
    }
}
