package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;

/** Entries of bundles are held to what the same requests would be held to on their own. */
final class EntriesTest {
    private static FhirHttp frontDesk() {
        return GuardedServer.as("user/*.cruds", Role.FRONT_DESK);
    }

    static String entry(String method, String url) {
        return "{\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}";
    }

    static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET Claim",
                "GET Claim?status=active",
                "GET Claim/1",
                "GET /Claim/1",
                "GET Claim/1/_history/1",
                "GET Claim/1/_history",
                "GET Claim/_history",
                "GET Patient/1/Claim",
                "GET _history",
                "GET Task?_has:Claim:patient:status=active",
                "GET Task?focus:Claim.status=active",
                "GET ClaimResponse/$denials",
                "GET Claim/1/$scrub",
                "GET Practitioner/1/$plausibility",
                "DELETE Claim/1",
                "DELETE Claim?status=active",
                "DELETE Patient/1",
                "GET Basic/1"
            })
    void noEntryOfABundleReachesFurther(String line) {
        String[] words = line.split(" ", 2);
        FhirHttp.Answer transaction =
                frontDesk().post("", bundle("transaction", entry("GET", "Task"), entry(words[0], words[1])));
        FhirHttp.Answer batch = frontDesk()
                .post(
                        "",
                        bundle("batch", entry("GET", "Task"), entry(words[0], words[1]), entry("GET", "Appointment")));

        assertTrue(List.of(400, 403).contains(transaction.status()), transaction.body());
        assertEquals(200, batch.status(), batch.body());
        var answers = batch.json().path("entry");
        assertEquals(3, answers.size(), batch.body());
        assertEquals("200", answers.at("/0/response/status").asText().substring(0, 3), batch.body());
        assertEquals("403", answers.at("/1/response/status").asText().substring(0, 3), batch.body());
        assertEquals("200", answers.at("/2/response/status").asText().substring(0, 3), batch.body());
    }

    @Test
    void aTransactionIsDoneWholeOrNotAtAll() {
        String id = "whole-" + UUID.randomUUID();
        String patient = "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"" + id
                + "\"},\"request\":{\"method\":\"PUT\",\"url\":\"Patient/" + id + "\"}}";
        FhirHttp.Answer answer = frontDesk().post("", bundle("transaction", patient, entry("DELETE", "Claim/1")));

        assertEquals(403, answer.status(), answer.body());
        assertTrue(answer.diagnostics().startsWith("Bundle.entry[1]: This is not allowed"), answer.diagnostics());
        assertEquals(404, frontDesk().get("Patient/" + id).status());
    }
}
