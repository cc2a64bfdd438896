package org.plainclaim.server.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.plainclaim.server.authorization.AskingPractice.reference;
import static org.plainclaim.server.authorization.AskingPractice.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.fhir.authorization.Asking;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;

final class PasDeskTest {
    @RegisterExtension
    final AskingPractice practice = new AskingPractice();

    @ParameterizedTest
    @EnumSource
    void asksThePayerAndKeepsItsAnswerWithTheWorkThatFollows(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        practice.payer.answers(200, practice.answer());
        ClaimResponse kept = practice.desk(server).submit(practice.claim(server));
        PayerOverHttp.Asked asked = practice.payer.asked().get(0);
        assertEquals("POST /fhir/Claim/$submit", asked.path());
        assertEquals("application/fhir+json", asked.type());
        assertEquals("Bearer secret-token", asked.token());
        assertEquals(
                "Claim", asked.bundle().at("/entry/0/resource/resourceType").asText());
        JsonNode stored = http.get(reference(kept)).json();
        assertEquals(
                "Claim/ask" + practice.suffix, stored.at("/request/reference").asText());
        assertEquals(
                "Patient/p" + practice.suffix, stored.at("/patient/reference").asText());
        assertEquals(
                "Organization/payer" + practice.suffix,
                stored.at("/insurer/reference").asText());
        assertFalse(stored.toString().contains("practice.payer.example.org/P"), stored.toString());
        assertEquals(Map.of("authorization-denied", "front-desk"), work(http, reference(kept)));
        ClaimResponse again = practice.desk(server).submit(practice.claim(server));
        assertEquals(reference(kept), reference(again));
        assertEquals(2, practice.payer.asked().size());
        assertEquals(
                asked.bundle().at("/entry/0/resource/identifier"),
                practice.payer.asked().get(1).bundle().at("/entry/0/resource/identifier"));
    }

    @ParameterizedTest
    @EnumSource
    void submittingOverHttpAsksForAuthorization(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        String claim = practice.resources.values().iterator().next().toString();
        Answer answer = http.post("Claim/$submit", claim);
        assertEquals(200, answer.status(), answer.body());
        assertEquals("ClaimResponse", answer.json().get("resourceType").asText());
        assertEquals("queued", answer.json().get("outcome").asText());
        String response = "ClaimResponse/" + answer.json().get("id").asText();
        assertEquals(Map.of("authorization-not-sent", "biller"), work(http, response));
        Answer again = http.post("Claim/ask" + practice.suffix + "/$submit", "{\"resourceType\":\"Parameters\"}");
        assertEquals(answer.json().get("id"), again.json().get("id"), again.body());
        Answer bundle = http.post(
                "Claim/$submit",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"fullUrl\":\"urn:uuid:"
                        + UUID.randomUUID() + "\",\"resource\":" + claim + "}]}");
        assertEquals(
                "ClaimResponse",
                bundle.json().at("/entry/0/resource/resourceType").asText(),
                bundle.body());
        assertEquals(answer.json().get("id"), bundle.json().at("/entry/0/resource/id"), "it is the one that is stored");
        String nobody = claim.replace("Patient/p" + practice.suffix, "Patient/nobody" + practice.suffix)
                .replace("ask" + practice.suffix, "no" + practice.suffix);
        Answer refused = http.post("Claim/$submit", nobody);
        assertEquals(422, refused.status(), refused.body());
        assertEquals("Claim.patient", refused.json().at("/issue/0/expression/0").asText(), refused.body());
        assertEquals(404, http.get("Claim/no" + practice.suffix).status());
    }

    /** With numbers that nobody else on the same server has. */
    private String nobodyElses(JsonNode bundle) {
        return bundle.toString()
                .replace("\"1245319599\"", "\"1245319599" + practice.suffix + "\"")
                .replace("\"1234567893\"", "\"1234567893" + practice.suffix + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void aBundleBringsWhatIsNotStoredYet(RunningServer server) {
        FhirHttp http = server.http();
        practice.payer.answers(200, practice.answer());
        ObjectNode bundle = Asking.json("{'resourceType':'Bundle','type':'collection'}");
        practice.resources.forEach((reference, resource) -> bundle.withArray("entry")
                .addObject()
                .put("fullUrl", "https://ehr.example.org/fhir/" + reference)
                .set("resource", resource));
        Bundle sent =
                AskingPractice.parts(server).fhir().newJsonParser().parseResource(Bundle.class, nobodyElses(bundle));
        ClaimResponse kept = practice.desk(server).submit(sent);
        JsonNode claim = http.get("Claim/ask" + practice.suffix).json();
        String patient = claim.at("/patient/reference").asText();
        assertEquals(
                patient,
                http.get(reference(kept)).json().at("/patient/reference").asText());
        assertEquals(
                "m" + practice.suffix,
                http.get(patient).json().at("/identifier/0/value").asText());
        assertEquals(
                List.of("ask" + practice.suffix),
                http.get("Claim?patient=" + patient).matches());
    }
}
