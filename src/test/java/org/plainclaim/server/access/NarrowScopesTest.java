package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;

/** Scopes with a query: what they do not reach does not exist. */
final class NarrowScopesTest {
    private static final Practice PRACTICE = Practice.store();
    private static final String ANN = PRACTICE.id("ann");
    private static final String BOB = PRACTICE.id("bob");
    private static final String BOTH = "_id=" + ANN + "," + BOB;
    private static final String JSON_PATCH = "application/json-patch+json";

    private static FhirHttp active() {
        return GuardedServer.as("user/Claim.cruds?status=active", Role.BILLER);
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
        PRACTICE.hides(active(), "GET", "Claim", "", "");
        PRACTICE.hides(active(), "GET", "Claim", "/_history", "");
        PRACTICE.hides(active(), "GET", "Claim", "/_history/1", "");
        PRACTICE.hides(active(), "GET", "Claim", "/$scrub", "");
        PRACTICE.hides(active(), "POST", "Claim", "/$submit", "{\"resourceType\":\"Parameters\"}");
        PRACTICE.hides(
                active(),
                "PUT",
                "Claim",
                "",
                "{\"resourceType\":\"Claim\",\"id\":\"{id}\"," + PRACTICE.claim("bob", "active") + "}");
        String patch = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"active\"}]";
        PRACTICE.hides(active(), "PATCH", "Claim", "", patch, "Content-Type", JSON_PATCH);
        PRACTICE.hides(active(), "GET", "Claim", "", "", "If-None-Match", "W/\"1\"");
        PRACTICE.hides(
                GuardedServer.as("user/Practitioner.cruds?family=nobody", Role.ADMIN),
                "DELETE",
                "Practitioner",
                "",
                "");
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
    void anOlderVersionThatTheQueryDoesNotFindIsNotKnown() {
        FhirHttp everybody = GuardedServer.everybody();
        String id = PRACTICE.id("older");
        String draft = PRACTICE.json("Claim", "older", PRACTICE.claim("ann", "draft"));
        assertEquals(201, everybody.put("Claim/" + id, draft).status());
        assertEquals(
                200,
                everybody.put("Claim/" + id, draft.replace("draft", "active")).status());

        assertEquals(200, active().get("Claim/" + id).status());
        assertEquals(200, active().get("Claim/" + id + "/_history/2").status());
        assertEquals(404, active().get("Claim/" + id + "/_history/1").status());
        FhirHttp.Answer history = active().get("Claim/" + id + "/_history");
        assertEquals(200, history.status(), history.body());
        assertEquals(1, history.json().path("entry").size(), history.body());
        assertFalse(history.body().contains("draft"), history.body());
        assertFalse(history.json().has("total"), "it would count what is left out");
        assertEquals(
                2,
                everybody.get("Claim/" + id + "/_history").json().path("total").asInt());
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
}
