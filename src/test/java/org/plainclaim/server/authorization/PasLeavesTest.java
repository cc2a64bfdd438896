package org.plainclaim.server.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hl7.fhir.r4.model.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.fhir.authorization.Asking;
import org.plainclaim.fhir.authorization.Whispers;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/**
 * Requests for authorization of records with words wherever a sender can write them beside codes, and with files: of these
 * words none is in the bytes that the payer gets.
 *
 * <p>Generated: which places, anew with each seed; {@code plainclaim.leaves} says how many.
 */
final class PasLeavesTest {
    private static final int SEEDS = Integer.getInteger("plainclaim.leaves", 2);

    /** One that no other test knows, for bundles look for payers by their number. */
    private static final String PAYER = "98765";

    private final RunningServer server = RunningServer.H2;
    private final PayerOverHttp payer = new PayerOverHttp();
    private int words;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void noWordAndNoFileLeavesWithARequest() throws IOException {
        Files.writeString(folder.resolve("token"), "secret-token\n");
        Files.writeString(
                folder.resolve(PasEndpoints.NAME), "payers,address,secret\n" + PAYER + "," + payer.base() + ",token\n");
        try (payer) {
            for (int seed = 0; seed < SEEDS; seed++) {
                ask(new Random(seed));
            }
        }
        assertEquals(SEEDS, payer.asked().size());
        assertTrue(words > 10 * SEEDS, words + " words");
        for (PayerOverHttp.Asked asked : payer.asked()) {
            String told = asked.bundle().toString();
            assertTrue(told.contains("90837"), told);
            assertFalse(Whispers.heard(told), told);
        }
    }

    private void ask(Random random) {
        String suffix = "-" + UUID.randomUUID().toString().substring(0, 20);
        Map<String, JsonNode> resources = Asking.resources(suffix);
        FhirHttp http = server.http();
        resources.forEach((reference, resource) -> {
            words += Whispers.into(resource, random);
            if (!reference.startsWith("Claim/")) {
                FhirHttp.Answer stored = http.put(reference, resource.toString().replace("87726", PAYER));
                assertTrue(stored.status() < 300, stored::body);
            }
        });
        payer.answers(200, Asking.answer(suffix).toString());
        PasDesk desk = new PasDesk(
                server.part(PasDesk.Parts.class),
                new HttpPasChannel(PasEndpoints.beside(folder.resolve("partners.csv"))),
                Clock.systemUTC());
        String claim = resources.values().iterator().next().toString();
        desk.submit(server.part(PasDesk.Parts.class).fhir().newJsonParser().parseResource(Claim.class, claim));
    }
}
