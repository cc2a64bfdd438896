package org.plainclaim.server.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hl7.fhir.r4.model.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.fhir.authorization.Asking;
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
    private static final String WORD = "Canary";
    private static final List<String> ENCODED = List.of("Q2FuYXJ5", "NhbmFye", "DYW5hcn");

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
                folder.resolve(PasEndpoints.NAME), "payers,address,secret\n87726," + payer.base() + ",token\n");
        try (payer) {
            for (int seed = 0; seed < SEEDS; seed++) {
                ask(new Random(seed));
            }
        }
        assertEquals(SEEDS, payer.asked().size());
        assertTrue(words > 20 * SEEDS, words + " words");
        for (PayerOverHttp.Asked asked : payer.asked()) {
            String told = asked.bundle().toString();
            assertTrue(told.contains("90837"), told);
            assertFalse(told.contains(WORD) || ENCODED.stream().anyMatch(told::contains), told);
        }
    }

    private void ask(Random random) {
        String suffix = "-" + UUID.randomUUID().toString().substring(0, 20);
        Map<String, JsonNode> resources = Asking.resources(suffix);
        FhirHttp http = server.http();
        resources.forEach((reference, resource) -> {
            whisper(resource, random);
            extras((ObjectNode) resource, random);
            if (!reference.startsWith("Claim/")) {
                FhirHttp.Answer stored = http.put(reference, resource.toString());
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

    /** A word beside codes and references, in about half of the places. */
    private void whisper(JsonNode node, Random random) {
        node.forEach(child -> whisper(child, random));
        if (!(node instanceof ObjectNode object) || random.nextBoolean()) {
            return;
        }
        if (object.has("coding")) {
            object.put("text", word("a concept"));
        } else if (object.has("code") && object.has("system")) {
            object.put("display", word("a code"));
        } else if (object.has("reference")) {
            object.put("display", word("a reference"));
        } else if (object.has("resourceType")) {
            object.putObject("text")
                    .put("status", "additional")
                    .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + word("a narrative") + "</div>");
        } else if (object.has("sequence") || object.has("family")) {
            object.putArray("extension")
                    .addObject()
                    .put("url", "https://example.org/remark")
                    .put("valueString", word("a remark"));
        }
    }

    private void extras(ObjectNode resource, Random random) {
        switch (resource.path("resourceType").asText()) {
            case "Patient" -> {
                ObjectNode neighbor = resource.putArray("contact").addObject();
                neighbor.putObject("name").put("family", word("a neighbor"));
                resource.putObject("maritalStatus").put("text", word("a status"));
            }
            case "Practitioner" -> resource.putArray("qualification")
                    .addObject()
                    .putObject("code")
                    .put("text", word("a degree"));
            case "Claim" -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    file(resource.withArray("supportingInfo").addObject().put("sequence", 2 + i), random);
                }
            }
            default -> {
                // has no place of its own for words
            }
        }
    }

    private void file(ObjectNode info, Random random) {
        info.putObject("category")
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/claiminformationcategory")
                .put("code", random.nextBoolean() ? "attachment" : "info");
        if (random.nextInt(3) == 0) {
            info.put("valueString", word("a message"));
            return;
        }
        byte[] bytes = ("x".repeat(random.nextInt(3)) + word("a file")).getBytes(StandardCharsets.UTF_8);
        info.putObject("valueAttachment")
                .put("contentType", "text/plain")
                .put("title", word("a title"))
                .put("data", Base64.getEncoder().encodeToString(bytes));
    }

    private String word(String of) {
        words++;
        return WORD + " of " + of;
    }
}
