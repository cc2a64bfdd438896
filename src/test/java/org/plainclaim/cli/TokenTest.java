package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.access.Role;
import org.plainclaim.server.GuardedServer;

/** The commands as clients of a server that asks for tokens. */
final class TokenTest {
    private static String token() {
        return GuardedServer.sign(GuardedServer.claims("user/*.rs", Role.BILLER).build());
    }

    @Test
    void aTokenOfTheEnvironmentIsSent() {
        Token token = Token.in(Map.of("PLAINCLAIM_TOKEN", token()));
        FhirClient client = new FhirClient(GuardedServer.server().baseUri(), token);

        assertEquals("Bundle", client.get("Claim?_count=1").path("resourceType").asText());
        assertFalse(token.toString().contains("ey"), token.toString());
    }

    @Test
    void aTokenOfAFileIsSent(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), token() + "\n");
        FhirClient client = new FhirClient(
                GuardedServer.server().baseUri(), Token.in(Map.of("PLAINCLAIM_TOKEN_FILE", file.toString())));

        assertEquals("Bundle", client.get("Claim?_count=1").path("resourceType").asText());
    }

    @Test
    void withoutATokenNoneIsSent() {
        FhirClient client = new FhirClient(GuardedServer.server().baseUri(), Token.in(Map.of()));

        assertThrows(IllegalStateException.class, () -> client.get("Claim"));
    }
}
