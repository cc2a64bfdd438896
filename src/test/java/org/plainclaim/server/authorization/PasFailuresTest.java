package org.plainclaim.server.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.authorization.AskingPractice.reference;
import static org.plainclaim.server.authorization.AskingPractice.work;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

final class PasFailuresTest {
    @RegisterExtension
    final AskingPractice practice = new AskingPractice();

    @ParameterizedTest
    @EnumSource
    void aPayerThatCanNotBeReachedIsWorkUntilItAnswers(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        practice.payer.answers(503, "");
        ClaimResponse queued = practice.desk(server).submit(practice.claim(server));
        assertEquals("queued", http.get(reference(queued)).json().get("outcome").asText());
        assertEquals(Map.of("authorization-not-sent", "biller"), work(http, reference(queued)));
        practice.payer.answers(200, "not json");
        practice.desk(server).submit(practice.claim(server));
        assertEquals(Map.of("authorization-not-sent", "biller"), work(http, reference(queued)));
        practice.payer.answers(200, practice.answer());
        practice.desk(server).submit(practice.claim(server));
        assertEquals(Map.of("authorization-denied", "front-desk"), work(http, reference(queued)));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalOfThePayerIsToldWithoutWhatItQuotes(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        practice.payer.answers(
                422,
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"required\","
                        + "\"diagnostics\":\"Rivera has no plan\",\"expression\":[\"Coverage.class\"]}]}");
        ClaimResponse refused = practice.desk(server).submit(practice.claim(server));
        JsonNode stored = http.get(reference(refused)).json();
        assertEquals("error", stored.get("outcome").asText());
        assertTrue(stored.get("disposition").asText().contains("required Coverage.class"), stored.toString());
        assertFalse(stored.toString().contains("Rivera"), stored.toString());
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfThePayerNamesItsRejectCodes(RunningServer server) {
        FhirHttp http = server.http();
        practice.store(http);
        practice.payer.answers(
                200,
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":"
                        + "\"ClaimResponse\",\"status\":\"active\",\"use\":\"preauthorization\",\"created\":\"2026-11-30\","
                        + "\"outcome\":\"error\",\"error\":[{\"code\":{\"coding\":[{\"system\":"
                        + "\"https://codesystem.x12.org/005010/901\",\"code\":\"T4\"}]}}]}}]}");
        ClaimResponse error = practice.desk(server).submit(practice.claim(server));
        assertEquals(Map.of("authorization-error", "biller"), work(http, reference(error)));
        assertTrue(http.get("Task?focus=" + reference(error)).body().contains("reject codes T4"));
    }

    @ParameterizedTest
    @EnumSource
    void whatThePayerWouldMissIsRefusedBeforeItIsAsked(RunningServer server) {
        FhirHttp http = server.http();
        ((ObjectNode) Objects.requireNonNull(practice.resources.get("Coverage/c" + practice.suffix)))
                .remove("subscriberId");
        practice.store(http);
        UnprocessableEntityException refused = assertThrows(
                UnprocessableEntityException.class, () -> practice.desk(server).submit(practice.claim(server)));
        assertTrue(AskingPractice.parts(server)
                .fhir()
                .newJsonParser()
                .encodeResourceToString(refused.getOperationOutcome())
                .contains("Coverage.subscriberId"));
        Claim bill = practice.claim(server);
        bill.setUse(Claim.Use.CLAIM);
        assertThrows(
                UnprocessableEntityException.class, () -> practice.desk(server).submit(bill));
        assertEquals(List.of(), practice.payer.asked());
    }
}
