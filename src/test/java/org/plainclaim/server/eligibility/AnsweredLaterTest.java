package org.plainclaim.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.eligibility.EligibilityAnswer.Outcome;
import org.plainclaim.server.RunningServer;
import org.plainclaim.x12.eligibility.Answers;

/** A payer that answers by a file: queued first, then brought up to date; changes become Tasks. */
final class AnsweredLaterTest {
    private static final List<String> COVERED =
            List.of("EB*1**30^MH", "EB*B*IND*MH***27*25", "EB*F*IND*MH***23***VS*30", "EB*F*IND*MH***29***VS*12");

    /** What the server has, with a payer that answers later. */
    static Eligibilities later(RunningServer database) {
        return database.part(Eligibilities.class)
                .with(payer -> Optional.of(inquiry -> EligibilityAnswer.of(new EligibilityAnswer.Heading(
                        inquiry.trace(), Origin.PAYER, Outcome.QUEUED, Instant.now(Clock.systemUTC()), "", ""))));
    }

    static EligibilityAnswer said(String trace, Intake intake, List<String> benefits) throws Exception {
        String file = Answers.file(
                        Intake.today().toString().replace("-", ""),
                        List.of("NM1*IL*1*DOE*JANE****MI*" + intake.member, "DMG*D8*19900501*F"),
                        benefits)
                .replace("TRN*2*T1*", "TRN*2*" + trace + "*");
        return Answers.of(file).answers().get(0);
    }

    static String asked(Eligibilities later, RunningServer database, Intake intake) throws Exception {
        var request = database.part(ca.uhn.fhir.context.FhirContext.class)
                .newJsonParser()
                .parseResource(
                        org.hl7.fhir.r4.model.CoverageEligibilityRequest.class,
                        intake.question(Intake.today(), UUID.randomUUID().toString())
                                .toString());
        var response = later.submit(request);
        assertEquals("queued", response.getOutcome().toCode());
        return response.getIdElement().getIdPart();
    }

    static String trace(RunningServer database, String response) {
        return database.part(Questions.class)
                .ofRequest(response.substring("for-".length()))
                .get(0)
                .trace();
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void theResponseIsBroughtUpToDateWhenTheAnswerComes(RunningServer database) throws Exception {
        Intake intake = new Intake(database.http());
        Eligibilities later = later(database);
        String id = asked(later, database, intake);
        EligibilityAnswer answer = said(trace(database, id), intake, COVERED);
        assertTrue(later.received(answer));
        JsonNode response = intake.http.get("CoverageEligibilityResponse/" + id).json();
        assertEquals("complete", response.get("outcome").asText());
        assertEquals("The payer answered.", response.get("disposition").asText());
        assertTrue(response.at("/insurance/0/inforce").asBoolean());
        String items = response.at("/insurance/0/item").toString();
        assertTrue(items.contains("\"allowedUnsignedInt\":30,\"usedUnsignedInt\":18"), items);
        assertTrue(items.contains("\"code\":\"copay\""), items);
        String version = response.at("/meta/versionId").asText();
        assertTrue(later.received(answer), "the same answer again");
        assertEquals(
                version,
                intake.http
                        .get("CoverageEligibilityResponse/" + id)
                        .json()
                        .at("/meta/versionId")
                        .asText());
        assertEquals(false, later.received(said("PCnobody", intake, COVERED)));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aCoverageThatEndedBetweenTwoAnswersIsATask(RunningServer database) throws Exception {
        Intake intake = new Intake(database.http());
        Eligibilities later = later(database);
        later.received(said(trace(database, asked(later, database, intake)), intake, COVERED));
        String second = asked(later, database, intake);
        later.received(said(trace(database, second), intake, List.of("EB*6**30")));
        JsonNode tasks = intake.http.get("Task?patient=" + intake.patient).json();
        assertEquals(1, tasks.path("entry").size(), tasks.toString());
        assertTrue(tasks.toString().contains("The payer no longer covers the service."), tasks.toString());
        JsonNode response =
                intake.http.get("CoverageEligibilityResponse/" + second).json();
        assertEquals(false, response.at("/insurance/0/inforce").asBoolean(true));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aRefusalSaysWhatToDo(RunningServer database) throws Exception {
        Intake intake = new Intake(database.http());
        Eligibilities later = later(database);
        String id = asked(later, database, intake);
        later.received(said(trace(database, id), intake, List.of("AAA*N**75*C")));
        JsonNode response = intake.http.get("CoverageEligibilityResponse/" + id).json();
        assertEquals("error", response.get("outcome").asText());
        assertEquals("75", response.at("/error/0/code/coding/0/code").asText());
        assertTrue(response.at("/error/0/code/text").asText().contains("does not know the subscriber"));
    }
}
