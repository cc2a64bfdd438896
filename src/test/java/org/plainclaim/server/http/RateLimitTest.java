package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

/** One client that asks too much is told to wait, and keeps nobody else waiting. */
final class RateLimitTest {
    private static FhirHttp client(PlainclaimServer server, String name) {
        String token = GuardedServer.sign(GuardedServer.claims("system/*.rs", Role.BILLER)
                .claim("azp", name)
                .build());
        return GuardedServer.of(server).with("Authorization", "Bearer " + token);
    }

    @Test
    void theGreedyClientWaitsAndTheOthersDoNot() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PLAINCLAIM_PORT",
                "0",
                "PLAINCLAIM_DATABASE_URL",
                "jdbc:h2:mem:limited",
                "PLAINCLAIM_ISSUER",
                GuardedServer.issuer().uri(),
                "PLAINCLAIM_AUDIENCE",
                GuardedServer.AUDIENCE,
                "PLAINCLAIM_REQUESTS_PER_SECOND",
                "1"));
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(environment))) {
            FhirHttp greedy = client(server, "greedy");
            FhirHttp.Answer answer = greedy.get("metadata");
            for (int i = 0; i < 200 && answer.status() == 200; i++) {
                answer = greedy.get("Patient?_id=x");
            }
            assertEquals(429, answer.status(), answer.body());
            assertEquals("throttled", answer.json().at("/issue/0/code").asText());
            assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 1);
            FhirHttp.Answer other = client(server, "other").get("Patient?_id=x");
            assertEquals(200, other.status(), other.body());
            assertEquals("nosniff", other.header("X-Content-Type-Options"));
            assertEquals("no-store", other.header("Cache-Control"));
            assertTrue(other.header("Content-Security-Policy").contains("default-src 'none'"));
        }
    }
}
