package org.plainclaim.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.operation.Asked.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Asked;
import org.plainclaim.server.operation.Pushed;

/** What the payer answered about the member decides on a claim, over HTTP and the files of a trading partner. */
final class ClaimEligibilityTest {
    /** A claim of a session, of a payer that is reached by the folder of the test partner. */
    private record Billed(RunningServer server, FhirHttp http, ObjectNode claim) {
        static Billed on(RunningServer server) throws Exception {
            FhirHttp http = server.http();
            String fees = Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json"));
            assertEquals(200, http.post("", fees).status());
            String encounter = Pushed.example("psychotherapy-office").push(http);
            Billed billed = new Billed(server, http, (ObjectNode)
                    parameter(Asked.derive(http, encounter).json(), "claim")
                            .get(0)
                            .get("resource"));
            billed.number("M" + Long.toString(System.nanoTime(), 36));
            return billed;
        }

        void number(String number) {
            ObjectNode coverage = (ObjectNode) http.get(coverage()).json();
            coverage.put("subscriberId", number);
            assertEquals(200, http.put(coverage(), coverage.toString()).status());
        }

        String reference() {
            return "Claim/" + claim.get("id").asText();
        }

        String coverage() {
            return claim.at("/insurance/0/coverage/reference").asText();
        }

        FhirHttp.Answer submit() {
            return http.post(reference() + "/$submit", Asked.NOTHING);
        }

        /** Verdict of an edit; of several lines that of the last. */
        String verdict(String edit) {
            String verdict = "";
            JsonNode answer = http.post(reference() + "/$scrub", Asked.NOTHING).json();
            for (JsonNode found : parameter(answer, "edit")) {
                if (found.toString().contains("\"valueCode\":\"" + edit + "\"")) {
                    verdict = found.toString();
                }
            }
            return Stream.of("not-checked", "bypassed", "fail", "pass")
                    .filter(verdict.replace("\"valueCode\":\"" + edit + "\"", "")::contains)
                    .findFirst()
                    .orElse(verdict);
        }

        /** Asks about the days of the claim, as the front desk does; the partner answers later, by a file. */
        JsonNode asks() {
            JsonNode serviced = claim.at("/item/0/servicedPeriod");
            String day = serviced.isMissingNode()
                    ? claim.at("/item/0/servicedDate").asText()
                    : serviced.path("start").asText().substring(0, 10);
            ObjectNode question = Intake.json(
                    """
                    {"resourceType":"CoverageEligibilityRequest","status":"active","purpose":["benefits"],
                     "servicedDate":"%s","created":"%s","insurance":[{"focal":true,"coverage":{"reference":"%s"}}]}"""
                            .formatted(day, Intake.today(), coverage()));
            question.set("patient", claim.get("patient"));
            question.set("provider", claim.get("provider"));
            question.set("insurer", claim.get("insurer"));
            FhirHttp.Answer answer = http.post("CoverageEligibilityRequest/$submit", question.toString());
            assertEquals(200, answer.status(), answer.body());
            assertEquals("queued", answer.json().get("outcome").asText(), answer.body());
            return answer.json();
        }

        JsonNode answered(JsonNode response, String... benefits) throws Exception {
            Mail mail = Mail.of(server);
            mail.answer(mail.trace(server, response), member(), benefits);
            return http.get("CoverageEligibilityResponse/" + response.get("id").asText())
                    .json();
        }

        List<String> member() {
            JsonNode patient = http.get(claim.at("/patient/reference").asText()).json();
            return List.of(
                    "NM1*IL*1*" + patient.at("/name/0/family").asText() + "*"
                            + patient.at("/name/0/given/0").asText() + "****MI*"
                            + http.get(coverage()).json().at("/subscriberId").asText(),
                    "DMG*D8*" + patient.at("/birthDate").asText().replace("-", "") + "*F");
        }
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aClaimOfAMemberWhoseCoverageEndedIsRefusedAndDoesNotLeave(RunningServer server) throws Exception {
        Billed billed = Billed.on(server);
        assertEquals("not-checked", billed.verdict("e01"));
        JsonNode asked = billed.asks();
        assertEquals("not-checked", billed.verdict("e01"), "a question without an answer says nothing");
        JsonNode response = billed.answered(asked, "EB*6**30");
        assertEquals("complete", response.get("outcome").asText());
        assertEquals(false, response.at("/insurance/0/inforce").asBoolean(true));
        assertEquals("fail", billed.verdict("e01"));
        assertEquals("pass", billed.verdict("e02"));
        FhirHttp.Answer submitted = billed.submit();
        assertEquals("error", submitted.json().get("outcome").asText(), submitted.body());
        assertTrue(submitted.body().contains("The coverage was not active"), submitted.body());
        assertEquals(1, Mail.of(server).questions(billed.member()), "a fresh answer is not asked for again");
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aCoveredMemberPassesAndWhatIsNotSaidIsNotChecked(RunningServer server) throws Exception {
        Billed billed = Billed.on(server);
        billed.answered(billed.asks(), "EB*1**30^MH", "EB*F*IND*MH***29***VS*3");
        assertEquals("pass", billed.verdict("e01"));
        assertEquals("pass", billed.verdict("e10"));
        assertEquals("not-checked", billed.verdict("e11"));
        assertEquals("not-checked", billed.verdict("e13"));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aMemberThatThePayerDoesNotKnowIsOneToCorrect(RunningServer server) throws Exception {
        Billed billed = Billed.on(server);
        billed.answered(billed.asks(), "AAA*N**75*C");
        assertEquals("fail", billed.verdict("e02"));
        assertEquals("not-checked", billed.verdict("e01"));
        assertEquals("not-checked", billed.verdict("s07"));
        billed.number("NEW" + Long.toString(System.nanoTime(), 36));
        assertEquals("not-checked", billed.verdict("e02"), "the answer was about another number");
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void thePayerIsAskedBeforeAClaimLeavesOfWhichNothingIsKnown(RunningServer server) throws Exception {
        Billed billed = Billed.on(server);
        billed.verdict("e01");
        assertEquals(0, Mail.of(server).questions(billed.member()), "looking does not ask");
        FhirHttp.Answer submitted = billed.submit();
        assertEquals("queued", submitted.json().get("outcome").asText(), submitted.body());
        billed.submit();
        assertEquals(1, Mail.of(server).questions(billed.member()));
        assertEquals("not-checked", billed.verdict("e01"));
    }
}
