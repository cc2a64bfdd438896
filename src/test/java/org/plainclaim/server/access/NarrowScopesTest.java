package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;

/** Scopes with a query, and scopes of one patient: what they do not reach does not exist. */
final class NarrowScopesTest {
    private static final Practice PRACTICE = Practice.store();
    private static final String ANN = PRACTICE.id("ann");
    private static final String BOB = PRACTICE.id("bob");
    private static final String BOTH = "_id=" + ANN + "," + BOB;
    private static final String JSON_PATCH = "application/json-patch+json";

    private static FhirHttp active() {
        return GuardedServer.as("user/Claim.cruds?status=active", Role.BILLER);
    }

    private static FhirHttp launched(String scopes, Role role) {
        JWTClaimsSet.Builder claims = GuardedServer.claims(scopes, role).claim("patient", ANN);
        return GuardedServer.with(GuardedServer.sign(claims.build()));
    }

    private static FhirHttp ofAnn() {
        return launched("patient/*.cruds", Role.EHR);
    }

    /** An id that never was and one that the caller does not reach are answered alike, but for the id. */
    private static void hidden(FhirHttp http, String method, String type, String rest, String body, String... headers) {
        FhirHttp.Answer known = http.send(method, type + "/" + BOB + rest, body.replace("{id}", BOB), headers);
        FhirHttp.Answer never = http.send(method, type + "/never" + rest, body.replace("{id}", "never"), headers);
        assertEquals(404, known.status(), known.body());
        assertEquals(404, never.status(), never.body());
        assertEquals(never.body().replace("never", "x"), known.body().replace(BOB, "x"));
    }

    @Test
    void aSearchFindsAndCountsOnlyWhatTheQueryOfTheScopeFinds() {
        FhirHttp.Answer found = active().get("Claim?" + BOTH);

        assertEquals(List.of(ANN), found.matches());
        assertEquals(1, found.json().path("total").asInt());
        assertFalse(found.body().contains("status=active"), "the links do not show it");
        assertEquals(
                1,
                active().get("Claim?_summary=count&" + BOTH)
                        .json()
                        .path("total")
                        .asInt());
        assertEquals(
                0,
                active().get("Claim?status=draft&" + BOTH).json().path("total").asInt());
        assertEquals(
                1,
                active().send("POST", "Claim/_search", BOTH, "Content-Type", "application/x-www-form-urlencoded")
                        .json()
                        .path("total")
                        .asInt());
    }

    @Test
    void whatTheQueryDoesNotFindIsNotKnown() {
        assertEquals(200, active().get("Claim/" + ANN).status());
        hidden(active(), "GET", "Claim", "", "");
        hidden(active(), "GET", "Claim", "/_history", "");
        hidden(active(), "GET", "Claim", "/_history/1", "");
        hidden(active(), "GET", "Claim", "/$scrub", "");
        hidden(active(), "POST", "Claim", "/$submit", "{\"resourceType\":\"Parameters\"}");
        hidden(
                active(),
                "PUT",
                "Claim",
                "",
                "{\"resourceType\":\"Claim\",\"id\":\"{id}\"," + PRACTICE.claim("bob", "active") + "}");
        String patch = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"active\"}]";
        hidden(active(), "PATCH", "Claim", "", patch, "Content-Type", JSON_PATCH);
        hidden(active(), "GET", "Claim", "", "", "If-None-Match", "W/\"1\"");
        hidden(GuardedServer.as("user/Practitioner.cruds?family=nobody", Role.ADMIN), "DELETE", "Practitioner", "", "");
    }

    @Test
    void nothingIsPutBeyondTheQueryOfTheScope() {
        FhirHttp.Answer made =
                active().post("Claim", "{\"resourceType\":\"Claim\"," + PRACTICE.claim("ann", "active") + "}");
        assertEquals(201, made.status(), made.body());
        String id = made.json().path("id").asText();

        assertEquals(
                403,
                active().post("Claim", "{\"resourceType\":\"Claim\"," + PRACTICE.claim("ann", "draft") + "}")
                        .status());
        assertEquals(
                403,
                active().put(
                                "Claim/" + id,
                                "{\"resourceType\":\"Claim\",\"id\":\"" + id + "\"," + PRACTICE.claim("ann", "draft")
                                        + "}")
                        .status());
        String patch = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"draft\"}]";
        assertEquals(
                403,
                active().patch("Claim/" + id, patch, "Content-Type", JSON_PATCH).status());
        assertEquals("active", active().get("Claim/" + id).json().path("status").asText());
    }

    @Test
    void conditionsAndWholeHistoriesNeedAllOfAType() {
        String claim = "{\"resourceType\":\"Claim\"," + PRACTICE.claim("ann", "active") + "}";

        assertEquals(
                403,
                active().post("Claim", claim, "If-None-Exist", "status=draft").status());
        assertEquals(403, active().put("Claim?status=draft", claim).status());
        assertEquals(403, active().get("Claim/_history").status());
        assertEquals(
                403,
                GuardedServer.as("user/Patient.rs user/Claim.rs?status=active", Role.BILLER)
                        .get("Patient?_has:Claim:patient:status=draft")
                        .status());
    }

    @Test
    void scopesThatDifferInOneValueAreOneSearch() {
        FhirHttp either = GuardedServer.as("user/Claim.rs?status=active user/Claim.rs?status=draft", Role.BILLER);

        assertEquals(2, either.get("Claim?" + BOTH).json().path("total").asInt());
        assertEquals(200, either.get("Claim/" + BOB).status());
    }

    @Test
    void scopesThatAreNoOneSearchAreNotGuessedAt() {
        FhirHttp either =
                GuardedServer.as("user/Claim.rs?status=active user/Claim.rs?patient=Patient/" + BOB, Role.BILLER);

        assertEquals(403, either.get("Claim?" + BOTH).status());
        assertEquals(List.of(ANN), either.get("Claim?status=active&" + BOTH).matches());
        assertEquals(List.of(BOB), either.get("Claim?patient=Patient/" + BOB).matches());
        assertEquals(200, either.get("Claim/" + ANN).status());
        assertEquals(200, either.get("Claim/" + BOB).status());
    }

    @Test
    void aScopeThatIsNotUnderstoodReachesNothing() {
        FhirHttp unknown = GuardedServer.as("user/Claim.rs?colour=red", Role.BILLER);

        assertEquals(403, unknown.get("Claim").status());
        assertEquals(403, unknown.get("Claim", "Prefer", "handling=lenient").status());
        assertEquals(404, unknown.get("Claim/" + ANN).status());
        assertEquals(
                403,
                GuardedServer.as("user/Claim.rs?_count=5", Role.BILLER)
                        .get("Claim")
                        .status());
    }

    @Test
    void includesStayWithinTheScope() {
        FhirHttp http = GuardedServer.as("user/Patient.rs user/Claim.rs?status=active", Role.BILLER);
        FhirHttp.Answer found = http.get("Patient?" + BOTH + "&_revinclude=Claim:patient");

        assertEquals(200, found.status(), found.body());
        assertTrue(found.body().contains("Claim/" + ANN), found.body());
        assertFalse(found.body().contains("Claim/" + BOB), found.body());
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
            hidden(ofAnn(), "GET", type, "", "");
            hidden(ofAnn(), "GET", type, "/_history", "");
        }
        hidden(ofAnn(), "DELETE", "Observation", "", "");
        hidden(ofAnn(), "GET", "Encounter", "/$validate-documentation", "");
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

    @Test
    void theLaunchDoesNotChangeWhatTheRoleAllows() {
        assertEquals(
                403,
                launched("patient/*.cruds", Role.BILLER)
                        .get("Observation/" + ANN)
                        .status());
    }

    @Test
    void entriesOfABundleStayWithinTheScope() {
        String batch = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + String.join(
                        ",",
                        List.of("Claim/" + ANN, "Claim/" + BOB, "Claim?" + BOTH, "Claim/" + BOB + "/_history").stream()
                                .map(url -> "{\"request\":{\"method\":\"GET\",\"url\":\"" + url + "\"}}")
                                .toList())
                + "]}";
        FhirHttp.Answer answer = active().post("", batch);

        assertEquals(200, answer.status(), answer.body());
        var entries = answer.json().path("entry");
        assertEquals("200", entries.at("/0/response/status").asText().substring(0, 3), answer.body());
        assertEquals("404", entries.at("/1/response/status").asText().substring(0, 3), answer.body());
        assertEquals(1, entries.at("/2/resource/total").asInt(), answer.body());
        assertEquals("404", entries.at("/3/response/status").asText().substring(0, 3), answer.body());
        assertEquals(
                404,
                active().post("", batch.replace("\"batch\"", "\"transaction\"")).status());
        String claim = "{\"resourceType\":\"Claim\"," + PRACTICE.claim("ann", "draft") + "}";
        String post = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + claim
                + ",\"request\":{\"method\":\"POST\",\"url\":\"Claim\"}}]}";
        assertEquals(403, active().post("", post).status());
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
