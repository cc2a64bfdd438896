package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.answers.Practice.bytes;
import static org.plainclaim.server.answers.Practice.said;
import static org.plainclaim.server.answers.Practice.text;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.Practice.Sent;
import org.plainclaim.server.submission.ClaimState;
import org.plainclaim.server.submission.Gone;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.remittance.ServicePayment;

/** Remittances over HTTP: what they become, and that nothing of them comes twice or is lost. */
final class RemittancePostingTest {
    private static ServicePayment paid(String control, String charge, String paid, String off) {
        return line(control, Procedure.of("90837", "95"), chargedAndPaid(charge, paid), adjustment("CO", "45", off));
    }

    private static ServicePayment denied(String control, String charge) {
        return line(control, Procedure.of("90785"), chargedAndPaid(charge, "0"), adjustment("CO", "197", charge));
    }

    @ParameterizedTest
    @EnumSource
    void postsAPaymentToItsClaim(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00");
        FhirHttp.Answer answer =
                practice.posts(practice.remittance(List.of(claim(sent.number(), "1", paid("L1", "150", "120", "30")))));
        assertEquals(200, answer.status(), answer::body);
        assertEquals("applied", said(answer, "state"));
        assertEquals("1", said(answer, "applied"));
        JsonNode response = practice.adjudications(sent).get(0);
        assertEquals("complete", response.get("outcome").asText());
        assertEquals(120, response.at("/payment/amount/value").asDouble());
        assertEquals(
                1, practice.search("ExplanationOfBenefit?claim=" + sent.claim()).size());
        assertEquals(ClaimState.ANSWERED, Gone.state(server, sent.number()));
        assertEquals("ICN" + sent.number(), Gone.payerNumber(server, sent.number()));
        assertEquals("complete", practice.read(sent.response()).get("outcome").asText());
    }

    @ParameterizedTest
    @EnumSource
    void theSameFileTwiceChangesNothing(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00");
        byte[] file = practice.remittance(List.of(claim(sent.number(), "1", paid("L1", "150", "120", "30"))));
        practice.posts(file);
        FhirHttp.Answer again = practice.posts(file);
        assertEquals("known", said(again, "state"));
        JsonNode response = practice.adjudications(sent).get(0);
        assertEquals("1", response.at("/meta/versionId").asText());
        assertEquals(1, practice.adjudications(sent).size());
    }

    @ParameterizedTest
    @EnumSource
    void theSameMoneyInAnotherFileIsNotPostedAgain(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00");
        var claims = List.of(claim(sent.number(), "1", paid("L1", "150", "120", "30")));
        practice.posts(practice.remittance("TRACE", Practice.nextControl(), claims));
        FhirHttp.Answer again = practice.posts(practice.remittance("TRACE", Practice.nextControl(), claims));
        assertEquals("1", said(again, "repeated"));
        assertEquals("0", said(again, "applied"));
        assertEquals(1, practice.adjudications(sent).size());
    }

    @ParameterizedTest
    @EnumSource
    void aDenialIsListedWithTheEditThatShouldHaveCaughtIt(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00", "L2 90785 20.00");
        practice.posts(practice.remittance(
                List.of(claim(sent.number(), "1", paid("L1", "150", "120", "30"), denied("L2", "20")))));
        FhirHttp.Answer answer = practice.http()
                .get("ClaimResponse/$denials?periodStart=2026-03-01&periodEnd=2026-03-31&payer=" + practice.payer);
        assertEquals(200, answer.status(), answer::body);
        assertEquals("1", said(answer, "total"));
        assertTrue(answer.body().contains("\"valueCode\":\"e07\""), answer::body);
        assertEquals(
                "partly denied",
                practice.adjudications(sent).get(0).get("disposition").asText());
    }

    @ParameterizedTest
    @EnumSource
    void aDenialIsWorkUntilTheFilingLimitOrUntilThePayerTakesItBack(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sendsTo("medicare", "L1 90785 150.00");
        practice.posts(practice.remittance(List.of(claim(sent.number(), "4", denied("L1", "150")))));
        String focus =
                "ClaimResponse/" + practice.adjudications(sent).get(0).get("id").asText();
        JsonNode task = practice.search("Task?status=ready&focus=" + focus).get(0);
        assertEquals("e07", task.at("/reasonCode/coding/0/code").asText());
        assertEquals("2027-03-02", task.at("/restriction/period/end").asText(), task::toString);
        ServicePayment back =
                line("L1", Procedure.of("90785"), chargedAndPaid("-150", "0"), adjustment("CO", "197", "-150"));
        practice.posts(practice.remittance(List.of(claim(sent.number(), "22", back))));
        assertEquals(0, practice.search("Task?status=ready&focus=" + focus).size());
    }

    @ParameterizedTest
    @EnumSource
    void aRemittanceThatDoesNotBalanceIsRefusedWhole(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00");
        byte[] file = practice.remittance(List.of(claim(sent.number(), "1", paid("L1", "150", "120", "30"))));
        FhirHttp.Answer answer = practice.posts(bytes(text(file).replace("BPR*I*120*", "BPR*I*121*")));
        assertEquals(422, answer.status(), answer::body);
        assertTrue(answer.diagnostics().contains("transaction"), answer::body);
        assertEquals(0, practice.adjudications(sent).size());
        assertEquals(ClaimState.SENT, Gone.state(server, sent.number()));
    }
}
