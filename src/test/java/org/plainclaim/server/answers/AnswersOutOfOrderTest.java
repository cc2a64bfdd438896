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
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.Practice.Sent;
import org.plainclaim.server.submission.ClaimState;
import org.plainclaim.server.submission.Gone;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.ProviderAdjustment;
import org.plainclaim.x12.remittance.ServicePayment;
import org.plainclaim.x12.status.Status;
import org.plainclaim.x12.status.StatusCode;
import org.plainclaim.x12.status.StatusContext;
import org.plainclaim.x12.status.StatusHeader;
import org.plainclaim.x12.status.StatusKind;
import org.plainclaim.x12.status.StatusNotice;
import org.plainclaim.x12.status.StatusWriter;

/** Answers that come in another order, more than once, damaged, or for what nobody knows: nothing twice, nothing lost. */
final class AnswersOutOfOrderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private static ServicePayment paid(String control, String charge, String paid, String off) {
        return line(control, Procedure.of("90837", "95"), chargedAndPaid(charge, paid), adjustment("CO", "45", off));
    }

    /** A 277CA about one claim. */
    private static byte[] acknowledgment(Practice practice, String claim, String... code) {
        NamedParty payer = new NamedParty("PR", "2", "A PAYER", "", "PI", practice.payer);
        NamedParty receiver = new NamedParty("41", "2", "A PRACTICE", "", "46", "PRACTICE");
        NamedParty biller = new NamedParty("85", "1", "ROE", "ANN", "XX", "1245319599");
        Status received = status("A1", "19", "PR");
        StatusNotice ofAll = new StatusNotice(
                StatusNotice.Level.RECEIVER,
                new StatusContext(payer, receiver, null),
                null,
                null,
                "B1",
                List.of(received),
                List.of(),
                null,
                null,
                List.of());
        StatusNotice ofClaim = new StatusNotice(
                StatusNotice.Level.CLAIM,
                new StatusContext(payer, receiver, biller),
                new NamedParty("QC", "1", "DOE", "JANE", "MI", "M1"),
                null,
                claim,
                List.of(status(code)),
                List.of(new Reference("1K", "PCN" + claim)),
                DAY,
                null,
                List.of());
        StatusHeader header = new StatusHeader(
                StatusKind.ACKNOWLEDGMENT, "B1", DAY, "1130", "P1", DAY, DAY, new Controls("", "", "", ""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatusWriter.write(out, practice.interchange(Practice.nextControl()), header, List.of(ofAll, ofClaim));
        return out.toByteArray();
    }

    private static Status status(String... code) {
        return new Status(
                List.of(new StatusCode(code[0], code[1], code.length > 2 ? code[2] : "")),
                DAY,
                code[0].equals("A7") ? "U" : "WQ",
                new BigDecimal("150.00"),
                null,
                null,
                "",
                "");
    }

    private static String outcome(Practice practice, Sent sent) {
        return practice.read(sent.response()).get("outcome").asText();
    }

    private static List<JsonNode> tasks(Practice practice, String focus) {
        return practice.search("Task?focus=" + focus);
    }

    @ParameterizedTest
    @EnumSource
    void acknowledgmentsMoveTheClaimOnAndARejectionIsWork(RunningServer server) {
        Practice practice = new Practice(server);
        Sent taken = practice.sends("L1 90837 95 150.00");
        Sent refused = practice.sends("L1 90837 95 150.00");
        assertEquals(
                "1",
                said(practice.posts(acknowledgment(practice, refused.number(), "A7", "562", "85")), "applied")
                        .replace("2", "1"));
        practice.posts(acknowledgment(practice, taken.number(), "A2", "20"));
        assertEquals("queued", outcome(practice, taken));
        assertEquals(ClaimState.ACCEPTED, Gone.state(server, taken.number()));
        assertEquals("PCN" + taken.number(), Gone.payerNumber(server, taken.number()));
        assertEquals("error", outcome(practice, refused));
        assertEquals(ClaimState.REJECTED, Gone.state(server, refused.number()));
        assertEquals(1, tasks(practice, refused.response()).size());
        FhirHttp.Answer listed = practice.http()
                .get("ClaimResponse/$denials?periodStart=2026-03-05&periodEnd=2026-03-05&payer=" + practice.payer);
        assertEquals("1", said(listed, "total"), listed::body);
    }

    @ParameterizedTest
    @EnumSource
    void anAcknowledgmentThatComesAfterThePaymentChangesNothing(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00");
        practice.posts(practice.remittance(List.of(claim(sent.number(), "1", paid("L1", "150", "120", "30")))));
        practice.posts(acknowledgment(practice, sent.number(), "A7", "562", "85"));
        assertEquals("complete", outcome(practice, sent));
        assertEquals(ClaimState.ANSWERED, Gone.state(server, sent.number()));
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyKnowsWaitsWithItsMoneyAndIsPostedOnceItIsKnown(RunningServer server) {
        Practice practice = new Practice(server);
        String later = Practice.laterNumber();
        byte[] file = practice.remittance(List.of(claim(later, "1", paid("L1", "150", "120", "30"))));
        FhirHttp.Answer first = practice.posts(file);
        assertEquals("1", said(first, "waiting"), first::body);
        JsonNode reconciliation = reconciliation(practice);
        assertEquals(120, reconciliation.at("/detail/0/amount/value").asDouble());
        String focus = "PaymentReconciliation/" + reconciliation.get("id").asText();
        assertEquals("ready", tasks(practice, focus).get(0).get("status").asText());

        Sent sent = practice.logs(later, "L1 90837 95 150.00");
        practice.posts(acknowledgment(practice, sent.number(), "A2", "20"));
        assertEquals(1, practice.adjudications(sent).size());
        assertEquals(
                sent.claim(),
                reconciliation(practice).at("/detail/0/request/reference").asText());
        assertTrue(!tasks(practice, focus).get(0).get("status").asText().equals("ready"));
    }

    private static JsonNode reconciliation(Practice practice) {
        return practice.search("PaymentReconciliation?_sort=-_lastUpdated").get(0);
    }

    @ParameterizedTest
    @EnumSource
    void aReversalBeforeItsPaymentIsWorkUntilThePaymentComes(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00");
        ServicePayment back =
                line("L1", Procedure.of("90837", "95"), chargedAndPaid("-150", "-120"), adjustment("CO", "45", "-30"));
        ProviderAdjustment carried =
                new ProviderAdjustment("1245319599", LocalDate.of(2026, 12, 31), "FB", "C", new BigDecimal("-120"));
        practice.posts(practice.remittance(List.of(claim(sent.number(), "22", back)), carried));
        JsonNode reversal = practice.adjudications(sent).get(0);
        String focus = "ClaimResponse/" + reversal.get("id").asText();
        assertEquals("ready", tasks(practice, focus).get(0).get("status").asText());
        practice.posts(practice.remittance(List.of(claim(sent.number(), "1", paid("L1", "150", "120", "30")))));
        assertEquals(2, practice.adjudications(sent).size());
        assertTrue(!tasks(practice, focus).get(0).get("status").asText().equals("ready"));
    }

    @ParameterizedTest
    @EnumSource
    void aLineWhoseModifierThePayerChangedIsPostedAndAStrangeLineIsWork(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00");
        ServicePayment changed =
                line("", Procedure.of("90837", "GT"), chargedAndPaid("150", "120"), adjustment("CO", "45", "30"));
        ServicePayment strange =
                line("", Procedure.of("99213"), chargedAndPaid("80", "60"), adjustment("CO", "45", "20"));
        practice.posts(practice.remittance(List.of(claim(sent.number(), "1", changed, strange))));
        JsonNode response = practice.adjudications(sent).get(0);
        assertEquals(1, response.path("item").size());
        assertEquals(1, response.path("addItem").size());
        assertEquals(180, response.at("/payment/amount/value").asDouble());
        JsonNode task =
                tasks(practice, "ClaimResponse/" + response.get("id").asText()).get(0);
        assertTrue(task.toString().contains("unmatched-payment-line"), task::toString);
    }

    @ParameterizedTest
    @EnumSource
    void damagedFilesAreRefusedAndChangeNothing(RunningServer server) {
        Practice practice = new Practice(server);
        Sent sent = practice.sends("L1 90837 95 150.00");
        byte[] file = practice.remittance(List.of(claim(sent.number(), "1", paid("L1", "150", "120", "30"))));
        String text = text(file);
        List<byte[]> damaged = List.of(
                Arrays.copyOf(file, file.length - 30),
                bytes(text.replaceFirst("SE\\*\\d+\\*", "SE*99*")),
                bytes(text.replaceFirst("SE\\*(\\d+)\\*0001", "SE*$1*0002")),
                bytes(text.replaceFirst("IEA\\*1\\*\\d{9}", "IEA*1*000000000")),
                bytes(text.replaceFirst("SVC\\*([^*]*)\\*150\\*120", "SVC*$1*150*121")),
                bytes("this is no interchange"));
        for (byte[] one : damaged) {
            FhirHttp.Answer answer = practice.posts(one);
            assertEquals(422, answer.status(), () -> text(one) + answer.body());
        }
        assertEquals(0, practice.adjudications(sent).size());
        FhirHttp.Answer known = practice.posts(damaged.get(4));
        String back = new String(
                java.util.Base64.getDecoder().decode(value(known, "acknowledgment")),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(back.contains("AK9*R*1*1*0"), back);
        assertEquals("1", said(practice.posts(file), "applied"));
    }

    private static String value(FhirHttp.Answer answer, String name) {
        for (JsonNode parameter : answer.json().path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter.path("valueBase64Binary").asText();
            }
        }
        return "";
    }

    @ParameterizedTest
    @EnumSource
    void theBooksBalanceWhateverTheOrderOfTheFiles(RunningServer server) {
        Practice practice = new Practice(server);
        Random random = new Random(11);
        List<Sent> claims = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 6; i++) {
            Sent sent = practice.sends("L1 90837 95 150.00");
            claims.add(sent);
            String paid = BigDecimal.valueOf(random.nextInt(15_000), 2).toPlainString();
            String off = new BigDecimal("150").subtract(new BigDecimal(paid)).toPlainString();
            ClaimPayment answer = claim(sent.number(), "1", paid("L1", "150", paid, off));
            ServicePayment turned = line(
                    "L1",
                    Procedure.of("90837", "95"),
                    chargedAndPaid("-150", new BigDecimal(paid).negate().toPlainString()),
                    adjustment("CO", "45", new BigDecimal(off).negate().toPlainString()));
            files.add(practice.remittance(List.of(answer)));
            if (i % 2 == 0) {
                files.add(practice.remittance(List.of(
                        claim(sent.number(), "22", turned), claim(sent.number(), "1", paid("L1", "150", "150", "0")))));
                expected = expected.add(new BigDecimal("150"));
            } else {
                expected = expected.add(new BigDecimal(paid));
            }
        }
        Collections.shuffle(files, random);
        files.forEach(practice::posts);
        files.forEach(practice::posts);
        BigDecimal posted = BigDecimal.ZERO;
        for (Sent sent : claims) {
            for (JsonNode response : practice.adjudications(sent)) {
                posted = posted.add(response.at("/payment/amount/value").decimalValue());
            }
        }
        assertEquals(0, expected.compareTo(posted), posted + " and not " + expected);
    }
}
