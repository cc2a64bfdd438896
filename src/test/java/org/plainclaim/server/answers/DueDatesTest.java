package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.Practice.Sent;
import org.plainclaim.submission.Procedure;

/** What payers answer becomes work with an owner, the money at stake and the last day on which it still helps. */
final class DueDatesTest {
    private static void denies(Practice practice, Sent sent) {
        practice.posts(practice.remittance(List.of(claim(
                sent.number(),
                "4",
                line("L1", Procedure.of("90837", "95"), chargedAndPaid("150", "0"), adjustment("CO", "197", "150"))))));
    }

    private static JsonNode only(List<JsonNode> tasks) {
        assertEquals(1, tasks.size(), tasks::toString);
        return tasks.get(0);
    }

    private static void hasAnOwner(JsonNode task) {
        assertFalse(task.at("/performerType/0/coding/0/code").asText().isEmpty(), task::toString);
        assertFalse(task.at("/for/reference").asText().isEmpty(), task::toString);
        assertEquals(150, task.at("/input/0/valueMoney/value").asInt(), task::toString);
    }

    @ParameterizedTest
    @EnumSource
    void aDeniedClaimIsWorkUntilTheFilingLimitOfItsPayer(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sendsTo("medicare", "L1 90837 95 150.00");
        denies(practice, sent);
        String answer =
                "ClaimResponse/" + practice.adjudications(sent).get(0).get("id").asText();
        JsonNode task = only(practice.search("Task?focus=" + answer));
        hasAnOwner(task);
        assertEquals("2027-03-02", task.at("/restriction/period/end").asText(), task::toString);
    }

    @ParameterizedTest
    @EnumSource
    void noDayIsMadeUpWhereTheLimitOfThePayerIsNotKnown(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00");
        denies(practice, sent);
        String answer =
                "ClaimResponse/" + practice.adjudications(sent).get(0).get("id").asText();
        JsonNode task = only(practice.search("Task?focus=" + answer));
        hasAnOwner(task);
        assertFalse(task.has("restriction"), task::toString);
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatIsNotAnsweredIsWorkWithADayToo(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sendsTo("medicare", "L1 90837 95 150.00", "L2 90785 95 150.00");
        practice.posts(practice.remittance(List.of(claim(
                sent.number(),
                "1",
                line("L1", Procedure.of("90837", "95"), chargedAndPaid("150", "120"), adjustment("CO", "45", "30"))))));
        String answer =
                "ClaimResponse/" + practice.adjudications(sent).get(0).get("id").asText();
        JsonNode task = only(practice.search("Task?focus=" + answer));
        hasAnOwner(task);
        assertEquals("2027-03-02", task.at("/restriction/period/end").asText(), task::toString);
    }
}
