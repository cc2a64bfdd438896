package org.plainclaim.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** The standard operation, where no way leads to the payer: the coverage on file answers. */
final class SubmitEligibilityTest {
    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void theCoverageOnFileAnswersAndSaysThatNobodyWasAsked(RunningServer database) {
        Intake intake = new Intake(database.http());
        FhirHttp.Answer answer = intake.submit(intake.question(Intake.today()));
        assertEquals(200, answer.status(), answer.body());
        JsonNode response = answer.json();
        assertEquals("CoverageEligibilityResponse", response.get("resourceType").asText());
        assertEquals("complete", response.get("outcome").asText());
        assertEquals(
                "Nobody asked the payer: this is what the coverage on file says.",
                response.get("disposition").asText());
        assertFalse(response.at("/insurance/0").has("inforce"), "only a payer can say that");
        assertEquals(
                intake.coverage, response.at("/insurance/0/coverage/reference").asText());
        assertEquals(intake.payer, response.at("/insurer/reference").asText());
        assertTrue(response.at("/text/div").asText().contains("el02-nobody-asked (not-checked)"));
        JsonNode stored = intake.http
                .get("CoverageEligibilityResponse/" + response.get("id").asText())
                .json();
        assertEquals("complete", stored.get("outcome").asText());
        String request = response.at("/request/reference").asText();
        assertEquals(200, intake.http.get(request).status());
        assertEquals(
                List.of(response.get("id").asText()),
                intake.http
                        .get("CoverageEligibilityResponse?request=" + request)
                        .matches());
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void theSameIdentifierIsTheSameQuestion(RunningServer database) {
        Intake intake = new Intake(database.http());
        String identifier = UUID.randomUUID().toString();
        List<String> ids = IntStream.range(0, 4)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> intake.submit(intake.question(Intake.today(), identifier))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> {
                    assertEquals(200, answer.status(), answer.body());
                    return answer.json().get("id").asText();
                })
                .distinct()
                .toList();
        assertEquals(1, ids.size(), ids::toString);
        assertEquals(
                1,
                intake.http
                        .get("CoverageEligibilityRequest?patient=" + intake.patient)
                        .matches()
                        .size());
        FhirHttp.Answer other = intake.submit(intake.question(Intake.today().plusDays(1), identifier));
        assertEquals(409, other.status(), other.body());
        assertTrue(other.diagnostics().contains("an identifier of its own"), other.body());
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aQuestionInParametersIsTaken(RunningServer database) {
        Intake intake = new Intake(database.http());
        ObjectNode parameters =
                Intake.json("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\"}]}");
        ((ObjectNode) parameters.at("/parameter/0")).set("resource", intake.question(Intake.today()));
        FhirHttp.Answer answer = intake.submit(parameters);
        assertEquals(200, answer.status(), answer.body());
        assertEquals(
                "CoverageEligibilityResponse", answer.json().get("resourceType").asText());
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aQuestionWithoutCoverageAsksAboutAllThatAreInForce(RunningServer database) {
        Intake intake = new Intake(database.http());
        intake.coverage("2010-01-01", "2010-12-31");
        ObjectNode question = intake.question(Intake.today());
        question.remove("insurance");
        JsonNode insurance = intake.submit(question).json().path("insurance");
        assertEquals(1, insurance.size());
        assertEquals(intake.coverage, insurance.at("/0/coverage/reference").asText());
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aCoverageThatEndedIsNotInForce(RunningServer database) {
        Intake intake = new Intake(database.http());
        JsonNode response =
                intake.submit(intake.question(Intake.today().plusYears(100))).json();
        assertFalse(response.at("/insurance/0/inforce").asBoolean(true));
        assertTrue(response.at("/text/div").asText().contains("el01-ended (fail)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | resource",
                "{\"resourceType\":\"Patient\"} | 400 | send one CoverageEligibilityRequest",
                "{\"resourceType\":\"Parameters\"} | 400 | send one CoverageEligibilityRequest",
                "{\"resourceType\":\"CoverageEligibilityRequest\",\"status\":\"cancelled\"} | 422 | status is not"
                        + " active",
                "{\"resourceType\":\"CoverageEligibilityRequest\",\"status\":\"active\"} | 422 | purpose is missing",
                "{\"resourceType\":\"CoverageEligibilityRequest\",\"status\":\"odd\"} | 400 | odd",
            })
    void whatIsNoQuestionIsRefusedWithTheNextStep(String body, int status, String told) {
        FhirHttp.Answer answer = RunningServer.H2.http().post("CoverageEligibilityRequest/$submit", body.strip());
        assertEquals(status, answer.status(), answer.body());
        assertTrue(answer.body().contains(told.strip()), answer.body());
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aQuestionAboutNobodyThatIsStoredNamesTheElement(RunningServer database) {
        Intake intake = new Intake(database.http());
        ObjectNode nobody = intake.question(Intake.today());
        ((ObjectNode) nobody.get("patient")).put("reference", "Patient/none-" + UUID.randomUUID());
        FhirHttp.Answer answer = intake.submit(nobody);
        assertEquals(422, answer.status(), answer.body());
        assertEquals(
                "CoverageEligibilityRequest.patient",
                answer.json().at("/issue/0/expression/0").asText());
        ObjectNode uncovered = intake.question(Intake.today());
        ((ObjectNode) uncovered.at("/insurance/0/coverage")).put("reference", "Coverage/none-" + UUID.randomUUID());
        FhirHttp.Answer second = intake.submit(uncovered);
        assertEquals(422, second.status(), second.body());
        assertEquals(
                "CoverageEligibilityRequest.insurance[0].coverage",
                second.json().at("/issue/0/expression/0").asText());
    }
}
