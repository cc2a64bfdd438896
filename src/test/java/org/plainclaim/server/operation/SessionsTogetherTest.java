package org.plainclaim.server.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.claims;
import static org.plainclaim.server.operation.Asked.codes;
import static org.plainclaim.server.operation.Asked.derive;
import static org.plainclaim.server.operation.Asked.put;
import static org.plainclaim.server.operation.Asked.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Sessions of one patient that are billed in one, or stand beside each other on one day. */
final class SessionsTogetherTest {

    /** A crisis session of 35 minutes at nine, as the only one of its patient. */
    private static String first(FhirHttp http) {
        Pushed pushed = Pushed.example("crisis-80-minutes");
        pushed.at("2026-03-20T09:00:00-07:00", "2026-03-20T09:35:00-07:00");
        return pushed.push(http);
    }

    /** A further session of the same patient with everything that the first one has around it. */
    private static String further(FhirHttp http, String first, String start, String end) {
        String id = Copies.of(http, first, start, end);
        assertEquals(200, http.get("Encounter/" + id).status());
        return id;
    }

    private static String second(FhirHttp http, String first) {
        return further(http, first, "2026-03-20T14:00:00-07:00", "2026-03-20T14:40:00-07:00");
    }

    private static String claimStatus(FhirHttp http, String encounter) {
        List<JsonNode> claims = claims(http, encounter);
        assertTrue(claims.size() <= 1, claims.toString());
        return claims.isEmpty() ? "none" : claims.get(0).get("status").asText();
    }

    @ParameterizedTest
    @EnumSource
    void theLastSessionOfTheDayBillsAndTheClaimOfTheFirstIsCancelled(RunningServer server) {
        FhirHttp http = server.http();
        String first = first(http);
        assertEquals(List.of("90839"), codes(derive(http, first).json()));
        assertEquals("active", claimStatus(http, first));
        String second = second(http, first);

        JsonNode answer = derive(http, second).json();
        assertEquals("ready", status(answer), answer.toString());
        assertEquals(List.of("90839", "90840"), codes(answer));
        assertEquals("cancelled", claimStatus(http, first));
        JsonNode claim = claims(http, second).get(0);
        List<String> evidence = new ArrayList<>();
        claim.get("supportingInfo")
                .forEach(one -> evidence.add(one.at("/valueReference/reference").asText()));
        assertTrue(evidence.contains("Encounter/" + first), evidence.toString());
        assertTrue(evidence.contains("Encounter/" + second), evidence.toString());
        String provenance =
                http.get("Provenance?target=Claim/" + claim.get("id").asText()).body();
        assertTrue(provenance.contains("Encounter/" + first + "/_history/1"), provenance);
        assertTrue(provenance.contains("Encounter/" + second + "/_history/1"), provenance);
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfDerivingDoesNotMatter(RunningServer server) {
        FhirHttp http = server.http();
        String first = first(http);
        String second = second(http, first);
        JsonNode elsewhere = derive(http, first).json();
        assertEquals("billed-elsewhere", status(elsewhere), elsewhere.toString());
        assertTrue(elsewhere.toString().contains("Billed together with Encounter/" + second), elsewhere.toString());
        assertEquals("none", claimStatus(http, first));
        assertEquals("none", claimStatus(http, second), "what nobody derived is not stored");

        assertEquals(List.of("90839", "90840"), codes(derive(http, second).json()));
        assertEquals("billed-elsewhere", status(derive(http, first).json()));
        JsonNode claim = claims(http, second).get(0);
        assertEquals("1", claim.at("/meta/versionId").asText(), "asked again, nothing changes");
        assertEquals("none", claimStatus(http, first));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfOneSessionReachesTheClaimOfTheOther(RunningServer server) {
        FhirHttp http = server.http();
        String first = first(http);
        derive(http, first);
        String second = second(http, first);
        derive(http, second);

        Copies.move(http, first, "2026-03-20T09:00:00-07:00", "2026-03-20T09:20:00-07:00");
        assertEquals("billed-elsewhere", status(derive(http, first).json()));
        JsonNode shorter = claims(http, second).get(0);
        assertEquals("2", shorter.at("/meta/versionId").asText());
        assertEquals(1, shorter.get("item").size());

        Copies.move(http, second, "2026-03-21T14:00:00-07:00", "2026-03-21T14:40:00-07:00");
        assertEquals(List.of("90839"), codes(derive(http, second).json()));
        assertEquals(List.of("90832"), codes(derive(http, first).json()), "20 minutes alone are no crisis code");
        Copies.move(http, first, "2026-03-20T09:00:00-07:00", "2026-03-20T09:35:00-07:00");
        derive(http, first);
        assertEquals("active", claimStatus(http, first));
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatIsNoLongerCountedGetsItsClaimBack(RunningServer server) {
        FhirHttp http = server.http();
        String first = first(http);
        derive(http, first);
        String second = second(http, first);
        derive(http, second);
        assertEquals("cancelled", claimStatus(http, first));
        ObjectNode mistaken = (ObjectNode) http.get("Encounter/" + second).json();
        put(http, "Encounter/" + second, mistaken.put("status", "entered-in-error"));
        assertEquals("held", status(derive(http, second).json()));
        assertEquals("cancelled", claimStatus(http, second));
        assertEquals("active", claimStatus(http, first));
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunChangesNoClaimOfAnotherSession(RunningServer server) {
        FhirHttp http = server.http();
        String first = first(http);
        derive(http, first);
        String second = second(http, first);
        String dry = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"dryRun\",\"valueBoolean\":true}]}";
        JsonNode answer =
                http.post("Encounter/" + second + "/$derive-claim", dry).json();
        assertEquals(List.of("90839", "90840"), codes(answer));
        assertEquals("active", claimStatus(http, first));
        assertEquals("none", claimStatus(http, second));
    }

    @ParameterizedTest
    @EnumSource
    void aForeignClaimOfTheDayIsLookedAt(RunningServer server) {
        FhirHttp http = server.http();
        String first = first(http);
        ObjectNode foreign = (ObjectNode) derive(http, first).json().at("/parameter/1/resource");
        assertEquals("Claim", foreign.get("resourceType").asText());
        foreign.remove(List.of("id", "meta", "identifier"));
        ((ObjectNode) foreign.at("/item/0")).remove("encounter");
        ((ObjectNode) foreign.at("/item/0/productOrService/coding/0")).put("code", "90834");
        assertEquals(201, http.post("Claim", foreign.toString()).status());
        JsonNode held = derive(http, first).json();
        assertEquals("held", status(held), held.toString());
        assertEquals("cancelled", Copies.derived(claims(http, first)));
    }
}
