package org.plainclaim.fhir.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;
import static org.plainclaim.x12.remittance.PayerAnswers.sent;
import static org.plainclaim.x12.remittance.PayerAnswers.sentClaim;
import static org.plainclaim.x12.remittance.PayerAnswers.sentLine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.AnswerReferences;
import org.plainclaim.fhir.RemittanceAnswerWriter;
import org.plainclaim.submission.Decision;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Submission;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.PostedClaim;
import org.plainclaim.x12.remittance.Poster;
import org.plainclaim.x12.remittance.ServicePayment;

/** What the first payer did goes to the second, to the cent: wrong adjustments there are a fault known from elsewhere. */
final class EarlierPayersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Procedure PROCEDURE = Procedure.of("90837", "95");
    private final Ehr ehr = new Ehr();

    /** The coverage of the claim is the second one; the patient has a first one on file. */
    @BeforeEach
    void twoPayers() {
        ehr.change("Coverage", json -> json.put("order", 2));
        ehr.add(
                """
                {'resourceType':'Coverage','id':'first','status':'active','order':1,'subscriberId':'A1',
                 'type':{'coding':[{'system':'https://nahdo.org/sopt','code':'5'}]},
                 'beneficiary':{'reference':'Patient/p9'},'payor':[{'reference':'Organization/first'}],
                 'relationship':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/subscriber-relationship','code':'self'}]}}
                """);
        ehr.add(
                """
                {'resourceType':'Organization','id':'first','name':'First Mutual','identifier':[
                 {'system':'https://plainclaim.org/fhir/NamingSystem/payer-id','value':'FM1'}]}
                """);
        ehr.item().set("unitPrice", Ehr.json("{'value':100,'currency':'USD'}"));
    }

    /** What the first payer answered by 835, as it is stored. */
    private Ehr answered(String day, String status, ServicePayment... payments) {
        Poster poster = new Poster(
                RuleLoader.load(TerminologyFolder.shipped()).base(),
                LocalDate.of(2026, 3, 2),
                sent(sentClaim("C1", sentLine("4", "200", "90837", "95"))));
        PostedClaim posted = assertInstanceOf(PostedClaim.class, poster.post(claim("C1", status, payments)));
        AnswerReferences references = new AnswerReferences(
                "Claim/c9",
                "professional",
                "Patient/p9",
                "Organization/first",
                "Practitioner/w9",
                "Coverage/first",
                List.of("4"));
        Payment payment = new Payment("I", Money.of("120"), "CHK", LocalDate.parse(day), "CHECK-9", "1999999999");
        ObjectNode json = RemittanceAnswerWriter.claimResponse(posted, payment, references, DAY);
        // the first line of ours has the sequence 4
        json.path("item").forEach(item -> ((ObjectNode) item).put("itemSequence", 4));
        return ehr.add(json);
    }

    private static ServicePayment paid(String paid, String off) {
        return line(
                "4", PROCEDURE, chargedAndPaid("200", paid), adjustment("CO", "45", off), adjustment("PR", "3", "30"));
    }

    @Test
    void theSecondPayerIsToldWhatTheFirstPaidAndTookOff() {
        Submission claim = answered("2026-04-01", "1", paid("120", "50")).submission();
        assertEquals(List.of(), ehr.problems());
        assertEquals(2, claim.cover().order());
        assertEquals("FM1", claim.others().get(0).cover().payer().id());
        assertEquals(
                new Decision(Money.of("120"), DAY, "ICNC1"),
                claim.others().get(0).decision());
        LineDecision decision = claim.lines().get(0).decisions().get(0);
        assertEquals(
                new LineDecision(
                        "FM1",
                        PROCEDURE,
                        Money.of("120"),
                        new BigDecimal("2"),
                        List.of(adjustment("CO", "45", "50"), adjustment("PR", "3", "30")),
                        DAY),
                decision);
    }

    @Test
    void anAnswerThatDoesNotAddUpIsAProblem() {
        answered("2026-04-01", "1", paid("120", "50"));
        ((ObjectNode) ehr.resource("ClaimResponse").at("/item/0/adjudication/4/amount")).put("value", 49.99);
        assertEquals(List.of("ClaimResponse.item", "ClaimResponse.payment.amount"), ehr.problems());
    }

    @Test
    void anAnswerToAnotherChargeIsAProblem() {
        answered("2026-04-01", "1", paid("120", "50"));
        ehr.item().set("net", Ehr.json("{'value':199,'currency':'USD'}"));
        assertTrue(ehr.problems().contains("ClaimResponse.item"), ehr.problems()::toString);
    }

    @Test
    void aPaymentOfTheWholeClaimThatDoesNotAddUpIsAProblem() {
        answered("2026-04-01", "1", paid("120", "50"));
        ((ObjectNode) ehr.resource("ClaimResponse").at("/payment/amount")).put("value", 121);
        assertEquals(List.of("ClaimResponse.payment.amount"), ehr.problems());
    }

    @Test
    void theLastAnswerCountsAndAReversalIsNone() {
        answered("2026-04-01", "1", paid("120", "50"));
        answered("2026-04-09", "1", paid("140", "30"));
        answered(
                "2026-04-10",
                "22",
                line("4", PROCEDURE, chargedAndPaid("-200", "-120"), adjustment("CO", "45", "-80")));
        assertEquals(
                new Decision(Money.of("140"), LocalDate.of(2026, 4, 9), "ICNC1"),
                ehr.submission().others().get(0).decision());
    }

    @Test
    void aDenialThatWasTakenBackIsNoneWhateverTheOrderOfOneDay() {
        answered("2026-04-01", "1", paid("120", "50"));
        answered(
                "2026-04-01", "22", line("4", PROCEDURE, chargedAndPaid("-200", "0"), adjustment("CO", "197", "-200")));
        answered("2026-04-01", "4", line("4", PROCEDURE, chargedAndPaid("200", "0"), adjustment("CO", "197", "200")));
        assertEquals(Money.of("120"), decision(ehr.submission()).paid());
    }

    @Test
    void moneyOfALineThatIsNotOursIsAProblem() {
        ServicePayment stranger =
                line("", Procedure.of("99213"), chargedAndPaid("80", "60"), adjustment("CO", "45", "20"));
        answered("2026-04-01", "1", paid("120", "50"), stranger);
        assertTrue(ehr.problems().contains("ClaimResponse.addItem[0]"), ehr.problems()::toString);
    }

    @Test
    void anotherCodeAndOtherUnitsAreToldAsThePayerDecided() {
        answered("2026-04-01", "1", paid("120", "50"));
        ObjectNode response = ehr.resource("ClaimResponse");
        ObjectNode item = (ObjectNode) response.at("/item/0");
        ((ObjectNode) item.at("/adjudication/2")).put("value", 1);
        assertEquals(BigDecimal.ONE, decision(ehr.submission()).units());
        response.remove("item");
        response.putArray("addItem").add(item);
        item.putArray("itemSequence").add(4);
        item.set(
                "productOrService",
                Ehr.json("{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'90834'}]}"));
        Submission claim = ehr.submission();
        assertEquals(Procedure.of("90834"), decision(claim).procedure());
        ObjectNode written = new SubmissionWriter(Ehr.VOCABULARY).write(claim, DAY);
        assertEquals(decision(claim), decision(Ehr.read(written).submission()));
    }

    private static LineDecision decision(Submission claim) {
        return claim.lines().get(0).decisions().get(0);
    }

    @Test
    void aPayerThatComesLaterHasNotDecided() {
        answered("2026-04-01", "1", paid("120", "50"));
        ehr.change("Coverage", json -> json.put("order", 1));
        ((ObjectNode) ehr.bundle().at("/entry/7/resource")).put("order", 2);
        Submission claim = ehr.submission();
        assertNull(claim.others().get(0).decision());
        assertEquals(List.of(), claim.lines().get(0).decisions());
    }

    @Test
    void aCoverageThatIsNotInForceIsNoOtherPayer() {
        ((ObjectNode) ehr.bundle().at("/entry/7/resource")).putObject("period").put("end", "2026-03-02");
        assertEquals(List.of(), ehr.submission().others());
    }
}
