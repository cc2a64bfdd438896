package org.plainclaim.server.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.Claim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.fhir.authorization.Asking;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** A program under 42 CFR Part 2 asks for authorization with a consent and the notice, or not at all. */
final class PasDisclosureTest {
    private static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final PayerOverHttp payer = new PayerOverHttp();
    private final String suffix = "-" + UUID.randomUUID().toString().substring(0, 20);
    private final Map<String, JsonNode> resources = Asking.resources(suffix);

    @BeforeEach
    void writeTheAddressOfThePayer() throws IOException {
        Files.writeString(folder.resolve("token"), "secret-token\n");
        Files.writeString(
                folder.resolve(PasEndpoints.NAME), "payers,address,secret\n87726," + payer.base() + ",token\n");
    }

    @AfterEach
    void closeThePayer() {
        payer.close();
    }

    @ParameterizedTest
    @EnumSource
    void withoutAConsentThePayerIsNotAskedAndSomebodyHasToGetOne(RunningServer server) {
        FhirHttp http = server.http();
        String practice = "Organization/practice" + suffix;
        ((ObjectNode) Objects.requireNonNull(resources.get(practice)))
                .putArray("type")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", "https://plainclaim.org/fhir/CodeSystem/program-kind")
                .put("code", "part-2-program");
        resources.forEach((reference, resource) -> {
            if (!reference.startsWith("Claim/")) {
                assertTrue(http.put(reference, resource.toString()).status() < 300, reference);
            }
        });
        PasDesk desk = new PasDesk(
                server.part(PasDesk.Parts.class),
                new HttpPasChannel(PasEndpoints.beside(folder.resolve("partners.csv"))),
                Clock.systemUTC());
        assertThrows(UnprocessableEntityException.class, () -> desk.submit(claim(server)));
        assertEquals(0, payer.asked().size());
        JsonNode tasks = tasks(http);
        assertEquals(1, tasks.path("total").asInt(), tasks::toString);
        JsonNode task = tasks.at("/entry/0/resource");
        assertEquals("front-desk", task.at("/performerType/0/coding/0/code").asText());
        assertEquals(
                "confidentiality-no-consent",
                task.at("/reasonCode/coding/0/code").asText());
        assertTrue(task.toString().contains("the patient has given no consent"), task::toString);

        consent(http, practice);
        payer.answers(200, Asking.answer(suffix).toString());
        desk.submit(claim(server));
        JsonNode asked = payer.asked().get(0).bundle();
        JsonNode said = asked.at("/entry/0/resource/supportingInfo/0");
        assertEquals(NOTICE, said.path("valueString").asText(), asked::toString);
        assertEquals("freeFormMessage", said.at("/category/coding/0/code").asText());
        assertFalse(asked.toString().contains("rivate"), asked::toString);
        assertEquals(0, tasks(http).path("total").asInt(), "the work is done");
        String told = http.get("Patient/p" + suffix + "/$disclosures").body();
        assertTrue(told.contains("\"pas\"") && told.contains("part-two-short"), told);
    }

    private JsonNode tasks(FhirHttp http) {
        return http.get("Task?focus=Claim/ask" + suffix + "&status=ready").json();
    }

    private Claim claim(RunningServer server) {
        JsonNode claim = resources.values().iterator().next();
        return server.part(PasDesk.Parts.class).fhir().newJsonParser().parseResource(Claim.class, claim.toString());
    }

    private void consent(FhirHttp http, String practice) {
        String body =
                """
                {"resourceType":"Consent","status":"active","scope":{"coding":[{"code":"patient-privacy"}]},
                 "category":[{"coding":[{"system":"https://plainclaim.org/fhir/CodeSystem/consent-kind",
                   "code":"part-2-disclosure"}]}],"patient":{"reference":"%1$s"},"dateTime":"2020-01-02",
                 "performer":[{"reference":"%1$s"}],"organization":[{"reference":"%2$s"}],
                 "sourceAttachment":{"title":"signed"},"policyRule":{"coding":[{"code":"OPTIN"}]},
                 "provision":{"type":"permit","period":{"start":"2020-01-02"},
                   "actor":[{"role":{"coding":[{"code":"PAYOR"}]},"reference":{"display":"payers"}}],
                   "purpose":[{"code":"TREAT"},{"code":"HPAYMT"},{"code":"HOPERAT"}],
                   "securityLabel":[{"code":"42CFRPart2"}]}}"""
                        .formatted("Patient/p" + suffix, practice);
        assertEquals(201, http.post("Consent", body).status());
    }
}
