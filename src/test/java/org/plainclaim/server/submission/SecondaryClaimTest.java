package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.secondary.NextPayers;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.claim.ClaimOracle;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.Party;
import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.Remittance;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceWriter;

/** What the first payer leaves to the patient goes to the second one. */
final class SecondaryClaimTest {
    private static final LocalDate PAID = LocalDate.of(2026, 3, 20);

    @ParameterizedTest
    @EnumSource
    void goesToTheSecondPayerWithWhatTheFirstOneDecided(RunningServer server) throws Exception {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        secondCoverage(desk, claim);
        String first = Desk.number(desk.taken(claim));
        desk.file(first);
        post(desk, first, adjustment("CO", "45", "60.00"), adjustment("PR", "2", "30.00"));
        server.part(NextPayers.class).run();
        List<LoggedClaim> all = desk.log().claimsOf(Desk.reference(claim));
        LoggedClaim second =
                all.stream().filter(logged -> logged.order() == 2).findFirst().orElseThrow();
        server.part(NextPayers.class).run();
        assertEquals(2, desk.log().claimsOf(Desk.reference(claim)).size(), "once");
        server.part(Dispatcher.class).run();
        String file = desk.file(second.number());
        assertEquals(List.of(), ClaimOracle.complaints(Form.PROFESSIONAL, file));
        String text = file.substring(file.indexOf("SBR*S*"));
        assertTrue(text.contains("CLM*" + second.number() + "*190***11:B:1*"), text);
        assertTrue(text.contains("AMT*D*100~"), text);
        assertTrue(text.contains("SVD*SRHP1*100*HC:90837"), text);
        assertTrue(text.contains("CAS*CO*45*60~CAS*PR*2*30~"), text);
    }

    @ParameterizedTest
    @EnumSource
    void endsWithThePayerThatLeavesNothing(RunningServer server) {
        Desk desk = new Desk(server);
        ObjectNode claim = desk.derived("psychotherapy-office");
        secondCoverage(desk, claim);
        String first = Desk.number(desk.taken(claim));
        desk.file(first);
        post(desk, first, adjustment("CO", "45", "90.00"));
        server.part(NextPayers.class).run();
        assertEquals(1, desk.log().claimsOf(Desk.reference(claim)).size());
    }

    private static void secondCoverage(Desk desk, JsonNode claim) {
        Answer payer = desk.http()
                .post(
                        "Organization",
                        "{\"resourceType\":\"Organization\",\"name\":\"Second Benefit\",\"identifier\":[{\"system\":"
                                + "\"https://plainclaim.org/fhir/NamingSystem/payer-id\",\"value\":\"SECB2\"}],"
                                + "\"address\":[{\"line\":[\"1 Second Street\"],\"city\":\"Reading\",\"state\":\"PA\","
                                + "\"postalCode\":\"196011234\"}]}");
        String reference = claim.at("/insurance/0/coverage/reference").asText();
        ObjectNode coverage = (ObjectNode) desk.http().get(reference).json();
        coverage.remove(List.of("id", "meta", "class", "identifier"));
        coverage.put("order", 2).put("subscriberId", "SEC77");
        coverage.putArray("payor")
                .addObject()
                .put("reference", "Organization/" + payer.json().get("id").asText());
        Answer added = desk.http().post("Coverage", coverage.toString());
        assertEquals(201, added.status(), added::body);
    }

    private static void post(Desk desk, String number, org.plainclaim.submission.Adjustment... adjustments) {
        ClaimPayment answer =
                claim(number, "1", line("1", Procedure.of("90837"), chargedAndPaid("190", "100"), adjustments));
        String payer = "P" + UUID.randomUUID().toString().substring(0, 8);
        Payment payment = new Payment("I", answer.paid(), "CHK", PAID, payer, "1999999999");
        RemittanceHeader header = new RemittanceHeader(
                payment,
                new Party("A PAYER", "XV", payer, List.of("1 MAIN ST", "ALBANY", "NY", "12207"), List.of()),
                new Party("A PRACTICE", "XX", "2000000010", List.of(), List.of()),
                PAID,
                List.of(),
                new Controls("", "", "", ""));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RemittanceWriter.write(
                file,
                new Interchange("PAYER", "LINDENST", LocalDateTime.of(2026, 3, 20, 9, 0), 1, true),
                List.of(new Remittance(header, "8005551212", List.of(answer), List.of())));
        Answer posted = desk.http()
                .post(
                        "$process-x12",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"partner\",\"valueString\":\"clearinghouse\"},"
                                + "{\"name\":\"file\",\"valueBase64Binary\":\""
                                + Base64.getEncoder().encodeToString(file.toByteArray()) + "\"}]}");
        assertEquals(200, posted.status(), posted::body);
        assertEquals(ClaimState.ANSWERED, desk.log().claim(number).orElseThrow().state(), posted::body);
    }
}
