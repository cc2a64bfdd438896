package org.plainclaim.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.eligibility.EligibilityAnswer.Outcome;
import org.plainclaim.server.RunningServer;
import org.springframework.jdbc.core.JdbcTemplate;

/** That a program asks about somebody tells the payer whom it treats: it needs the consent that a claim needs. */
final class ConsentedInquiryTest {
    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aProgramAsksThePayerOnlyWithAConsent(RunningServer database) throws Exception {
        Intake intake = new Intake(database.http());
        ObjectNode program = (ObjectNode) intake.http.get(intake.practice).json();
        program.putArray("type")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", "https://plainclaim.org/fhir/CodeSystem/program-kind")
                .put("code", "part-2-program");
        assertEquals(200, intake.http.put(intake.practice, program.toString()).status());
        AtomicInteger asked = new AtomicInteger();
        submit(database, intake, asked);
        assertEquals(0, asked.get(), "the payer is not asked");
        JsonNode tasks = intake.http.get("Task?patient=" + intake.patient).json();
        assertEquals(1, tasks.path("total").asInt(), tasks.toString());
        assertTrue(tasks.toString().contains("the patient has given no consent"), tasks.toString());
        intake.stored(
                """
                {"resourceType":"Consent","status":"active","scope":{"coding":[{"code":"patient-privacy"}]},
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode",
                   "code":"42CFRPart2CD"}]}],"patient":{"reference":"%s"},"dateTime":"2020-01-02",
                 "performer":[{"reference":"%s"}],"organization":[{"reference":"%s"}],
                 "sourceAttachment":{"title":"signed"},"policyRule":{"coding":[{"code":"OPTIN"}]},
                 "provision":{"type":"permit","period":{"start":"2020-01-02"},
                   "actor":[{"role":{"coding":[{"code":"IRCP"}]},"reference":{"reference":"%s"}}],
                   "purpose":[{"code":"HPAYMT"}],"securityLabel":[{"code":"42CFRPart2"}]}}"""
                        .formatted(intake.patient, intake.patient, intake.practice, intake.payer));
        submit(database, intake, asked);
        assertEquals(0, asked.get(), "a 270 has no place for the notice of 42 CFR 2.32");
        JsonNode held = intake.http.get("Task?patient=" + intake.patient).json();
        assertTrue(held.toString().contains("no place for the notice"), held.toString());
        List<String> told = new JdbcTemplate(database.part(DataSource.class))
                .queryForList(
                        "select entry from plainclaim_audit where interaction = 'disclosure' and patient = ?",
                        String.class,
                        intake.patient);
        assertEquals(List.of(), told, "nothing was told");
    }

    private static void submit(RunningServer database, Intake intake, AtomicInteger asked) throws Exception {
        Eligibilities eligibilities = database.part(Eligibilities.class)
                .with(payer -> Optional.of(inquiry -> {
                    asked.incrementAndGet();
                    return EligibilityAnswer.of(new EligibilityAnswer.Heading(
                            inquiry.trace(), Origin.PAYER, Outcome.QUEUED, Instant.now(Clock.systemUTC()), "", ""));
                }));
        eligibilities.submit(database.part(ca.uhn.fhir.context.FhirContext.class)
                .newJsonParser()
                .parseResource(
                        CoverageEligibilityRequest.class,
                        intake.question(Intake.today(), UUID.randomUUID().toString())
                                .toString()));
    }
}
