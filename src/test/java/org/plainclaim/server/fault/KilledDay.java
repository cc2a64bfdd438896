package org.plainclaim.server.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;

/** A day that is derived in one piece of long work while servers are killed. */
final class KilledDay {
    static final String DAY = "2026-03-11";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String status;
    private final int total;

    private KilledDay(String status, int total) {
        this.status = status;
        this.total = total;
    }

    static KilledDay begin(FhirHttp http) {
        FhirHttp.Answer accepted = http.post(
                "Encounter/$derive-day",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"day\",\"valueDate\":\"" + DAY + "\"}]}",
                "Prefer",
                "respond-async");
        assertEquals(202, accepted.status(), accepted::body);
        String status = accepted.header("Content-Location").replaceFirst(".*/fhir/", "");
        return new KilledDay(status, Integer.parseInt(accepted.diagnostics().replaceFirst(".* of (\\d+) .*", "$1")));
    }

    /** It comes to its end by itself, and every session has one claim, written once. */
    String account(FhirHttp http) {
        Awaited.until("the day", PATIENCE, () -> http.get(status).status() != 202);
        FhirHttp.Answer now = http.get(status);
        assertEquals(200, now.status(), now::body);
        JsonNode work = now.json().at("/entry/0/resource/parameter/0/part");
        assertEquals(total, part(work, "total"));
        assertEquals(total, part(work, "ready") + part(work, "refused"), work::toString);
        Set<String> sessions = new HashSet<>();
        int versions = 0;
        JsonNode claims = http.get(
                        "Claim?identifier=https://plainclaim.org/fhir/NamingSystem/derivation%7C&_count=1000")
                .json()
                .path("entry");
        for (JsonNode entry : claims) {
            JsonNode claim = entry.path("resource");
            String encounter = claim.at("/item/0/encounter/0/reference").asText();
            if (claim.at("/item/0/servicedDate").asText().equals(DAY)) {
                assertTrue(sessions.add(encounter), encounter + " has two claims");
                versions += claim.at("/meta/versionId").asInt();
            }
        }
        assertEquals(total, sessions.size(), "sessions with a claim");
        assertEquals(total, versions, "versions of their claims");
        return "a day of " + total + " sessions derived once each";
    }

    private static int part(JsonNode parts, String name) {
        for (JsonNode part : parts) {
            if (part.path("name").asText().equals(name)) {
                return part.path("valueInteger").asInt();
            }
        }
        throw new AssertionError("no " + name + " in " + parts);
    }
}
