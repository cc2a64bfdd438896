package org.plainclaim.server.authorization;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.plainclaim.fhir.authorization.Asking;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

/** A practice that asks a payer for authorization over HTTP, with names of its own. */
final class AskingPractice implements BeforeEachCallback, AfterEachCallback {
    final PayerOverHttp payer = new PayerOverHttp();
    final String suffix = "-" + UUID.randomUUID().toString().substring(0, 20);
    final Map<String, JsonNode> resources = Asking.resources(suffix);
    private final String payerId = "87726" + suffix;
    private Path folder = Path.of("");

    /** Writes the address of the payer into a folder. */
    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/partners")), "practice");
        // others on the same server ask payers too, and nobody else has this one
        ((ObjectNode) Objects.requireNonNull(resources.get("Organization/payer" + suffix))
                        .at("/identifier/0"))
                .put("value", payerId);
        Files.writeString(folder.resolve("token"), "secret-token\n");
        Files.writeString(
                folder.resolve(PasEndpoints.NAME),
                "payers,address,secret\n" + payerId + "," + payer.base() + ",token\n");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        payer.close();
    }

    PasDesk desk(RunningServer server) {
        PasEndpoints endpoints = PasEndpoints.beside(folder.resolve("partners.csv"));
        return new PasDesk(server.server().part(PasDesk.Parts.class), new HttpPasChannel(endpoints), Clock.systemUTC());
    }

    /** All but the Claim. */
    void store(FhirHttp http) {
        resources.forEach((reference, resource) -> {
            if (!reference.startsWith("Claim/")) {
                Answer answer = http.put(reference, resource.toString());
                assertTrue(answer.status() < 300, answer.body());
            }
        });
    }

    Claim claim(RunningServer server) {
        return claim(server, resources.values().iterator().next());
    }

    static Claim claim(RunningServer server, JsonNode claim) {
        return parts(server).fhir().newJsonParser().parseResource(Claim.class, claim.toString());
    }

    static PasDesk.Parts parts(RunningServer server) {
        return server.server().part(PasDesk.Parts.class);
    }

    /** The answer with a period that is not over, whenever this runs. */
    String answer() {
        return current(Asking.answer(suffix));
    }

    static String current(JsonNode answer) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        return answer.toString()
                .replace("2026-12-01", today.minusDays(30).toString())
                .replace("2027-01-31", today.plusDays(60).toString());
    }

    /** The reasons of the open work about something, with whose it is. */
    static Map<String, String> work(FhirHttp http, String focus) {
        Map<String, String> work = new TreeMap<>();
        http.get("Task?focus=" + focus + "&status=ready")
                .json()
                .path("entry")
                .forEach(entry -> work.put(
                        entry.at("/resource/reasonCode/coding/0/code").asText(),
                        entry.at("/resource/performerType/0/coding/0/code").asText()));
        return work;
    }

    static String reference(ClaimResponse response) {
        return "ClaimResponse/" + response.getIdElement().getIdPart();
    }
}
