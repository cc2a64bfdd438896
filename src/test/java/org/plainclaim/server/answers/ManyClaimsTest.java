package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.answers.Practice.bytes;
import static org.plainclaim.server.answers.Practice.said;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.Practice.Sent;
import org.plainclaim.server.submission.ClaimState;
import org.plainclaim.server.submission.Gone;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.claim.ClaimInterchangeWriter;
import org.plainclaim.x12.claim.Submitter;

/**
 * Answers to many claims at once: a whole transaction that is refused, and a long remittance.
 *
 * <p>{@code -Dplainclaim.answered.claims=5000} takes as many as a transaction can have, and prints what it took.
 */
final class ManyClaimsTest {
    private static final int CLAIMS = Integer.getInteger("plainclaim.answered.claims", 25);
    private static final String LINE = "L1 90837 95 150.00";

    private final Practice practice = new Practice(RunningServer.H2);
    private final long control = Practice.nextControl() % 1_000_000_000;

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private FhirHttp.Answer taken(String what, byte[] file) {
        long before = cpu();
        FhirHttp.Answer answer = practice.posts(file);
        double seconds = (cpu() - before) / 1e9;
        assertEquals(200, answer.status(), answer::body);
        long used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                Locale.ROOT,
                "%d claims %s: %.1f s of processor time, %.1f ms each, %d MB in use%n",
                CLAIMS,
                what,
                seconds,
                seconds * 1000 / CLAIMS,
                used);
        return answer;
    }

    /** What can refuse a transaction, and how the Task of each of its claims names it. */
    private enum Refusing {
        SYNTAX("IK5"),
        ACKNOWLEDGMENT("A3 24");

        private final String says;

        Refusing(String says) {
            this.says = says;
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachClaimOfARefusedTransactionIsRejectedAndHasItsTask(Refusing how) throws IOException {
        List<Submission> submissions = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            submissions.add(Practice.submission(Practice.laterNumber(), LINE));
            sent.add(practice.logs(submissions.get(i)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClaimInterchangeWriter.write(
                out,
                new Interchange("US", "THEM", LocalDateTime.of(2026, 3, 3, 8, 0), control, false),
                new Submitter("GOOD PRACTICE", "US", "OFFICE", "5185550100", "A PAYER", "THEM"),
                submissions);
        String[] numbers = sent.stream().map(Sent::number).toArray(String[]::new);
        Gone.in(RunningServer.H2, control, out.toByteArray(), numbers);
        taken(
                "rejected with their transaction by " + how,
                how == Refusing.SYNTAX ? syntax() : WholeRejection.of(practice, control));
        for (String number : numbers) {
            assertEquals(ClaimState.REJECTED, Gone.state(RunningServer.H2, number));
        }
        Sent last = sent.get(CLAIMS - 1);
        assertEquals("error", practice.read(last.response()).get("outcome").asText());
        String task =
                practice.search("Task?status=ready&focus=" + last.response()).toString();
        assertTrue(task.contains("All claims of the transaction were rejected with " + how.says), task);
        JsonNode tasks = practice.http()
                .get("Task?status=ready&_summary=count&patient="
                        + practice.read(last.claim()).at("/patient/reference").asText())
                .json();
        assertEquals(CLAIMS, tasks.get("total").asInt(), "a Task for each claim");
    }

    private byte[] syntax() {
        String nine = String.format(Locale.ROOT, "%09d", control);
        return bytes("ISA*00*          *00*          *ZZ*THEM           *ZZ*US             *260303*0900*^*00501*" + nine
                + "*0*T*:~GS*FA*THEM*US*20260303*0900*" + control + "*X*005010X231A1~"
                + "ST*999*0001*005010X231A1~AK1*HC*" + control + "*005010X222A1~AK2*837*0001*005010X222A1~"
                + "IK5*R*4~AK9*R*1*1*0~SE*6*0001~GE*1*" + control + "~IEA*1*" + nine + "~");
    }

    @Test
    void eachClaimOfALongRemittanceIsPosted() {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            sent.add(practice.sends(LINE));
        }
        FhirHttp.Answer answer = taken(
                "of one remittance",
                practice.remittance(sent.stream()
                        .map(one -> claim(
                                one.number(),
                                "1",
                                line(
                                        "L1",
                                        Procedure.of("90837", "95"),
                                        chargedAndPaid("150", "120"),
                                        adjustment("CO", "45", "30"))))
                        .toList()));
        assertEquals("" + CLAIMS, said(answer, "applied"));
        for (Sent one : sent) {
            assertEquals(ClaimState.ANSWERED, Gone.state(RunningServer.H2, one.number()));
        }
    }
}
