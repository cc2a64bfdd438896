package org.plainclaim.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.plainclaim.x12.remittance.PayerAnswers.DAY;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;
import static org.plainclaim.x12.remittance.PayerAnswers.money;
import static org.plainclaim.x12.remittance.PayerAnswers.sent;
import static org.plainclaim.x12.remittance.PayerAnswers.sentClaim;
import static org.plainclaim.x12.remittance.PayerAnswers.sentLine;
import static org.plainclaim.x12.remittance.PayerAnswers.withRemarks;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.AnswerReferences;
import org.plainclaim.fhir.PaymentReconciliationWriter;
import org.plainclaim.fhir.PaymentReconciliationWriter.PaidClaim;
import org.plainclaim.fhir.RemittanceAnswerWriter;
import org.plainclaim.fhir.StatusAnswerWriter;
import org.plainclaim.submission.Procedure;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.Party;
import org.plainclaim.x12.remittance.Payment;
import org.plainclaim.x12.remittance.PostedClaim;
import org.plainclaim.x12.remittance.Poster;
import org.plainclaim.x12.remittance.ProviderAdjustment;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.SentClaim;
import org.plainclaim.x12.remittance.ServicePayment;
import org.plainclaim.x12.status.LineStatus;
import org.plainclaim.x12.status.Status;
import org.plainclaim.x12.status.StatusCode;
import org.plainclaim.x12.status.StatusContext;
import org.plainclaim.x12.status.StatusNotice;

/** What payers answer, as FHIR: the shape is held by the validator of the base specification. */
final class PayerAnswersTest {
    private static final AnswerReferences REFERENCES = new AnswerReferences(
            "Claim/1",
            "professional",
            "Patient/1",
            "Organization/payer",
            "Organization/practice",
            "Coverage/1",
            List.of("L1", "L2"));
    private static final Payment PAYMENT = new Payment("I", money("120"), "CHK", DAY, "CHECK-9", "1999999999");
    private static final SentClaim CLAIM =
            sentClaim("C1", sentLine("L1", "200", "90837", "95"), sentLine("L2", "50", "90785", "95"));
    private static final ServicePayment PAID = line(
            "L1",
            Procedure.of("90837", "95"),
            chargedAndPaid("200", "120"),
            adjustment("CO", "45", "50"),
            adjustment("PR", "3", "30"));
    private static final ServicePayment DENIED = withRemarks(
            line("L2", Procedure.of("90785", "95"), chargedAndPaid("50", "0"), adjustment("CO", "97", "50")), "N20");

    private static PostedClaim post(ClaimPayment answer) {
        Poster poster = new Poster(RuleLoader.load(TerminologyFolder.shipped()).base(), DAY, sent(CLAIM));
        return assertInstanceOf(PostedClaim.class, poster.post(answer));
    }

    private static void valid(ObjectNode json) {
        IBaseResource resource = FhirContext.forR4Cached().newJsonParser().parseResource(json.toString());
        assertEquals(
                List.of(),
                ProfileValidator.SHARED.validate(resource).stream()
                        .filter(ProfileValidator::error)
                        .map(message -> message.getLocationString() + " " + message.getMessage())
                        .toList());
    }

    private static String code(JsonNode concept) {
        return concept.at("/coding/0/code").asText();
    }

    @Test
    void claimResponseSaysWhyALineWasDenied() {
        ObjectNode json =
                RemittanceAnswerWriter.claimResponse(post(claim("C1", "19", PAID, DENIED)), PAYMENT, REFERENCES, DAY);
        valid(json);
        assertEquals("complete", json.get("outcome").asText());
        assertEquals(
                "partly denied, sent on to the next payer",
                json.get("disposition").asText());
        JsonNode item = json.at("/item/1");
        assertEquals(2, item.get("itemSequence").asInt());
        JsonNode why = item.at("/adjudication/3");
        assertEquals("CO", code(why.get("category")));
        assertEquals("97", code(why.get("reason")));
        assertEquals("50.00", why.at("/amount/value").decimalValue().toPlainString());
        assertEquals("N20", json.at("/processNote/0/text").asText());
        assertEquals(1, item.at("/noteNumber/0").asInt());
        assertEquals("CHECK-9", json.at("/payment/identifier/value").asText());
        assertEquals("ICNC1", json.at("/identifier/0/value").asText());
    }

    @Test
    void explanationOfBenefitKeepsALineThatIsNotOurs() {
        ServicePayment stranger =
                line("", Procedure.of("99213"), chargedAndPaid("80", "60"), adjustment("CO", "45", "20"));
        ObjectNode json = RemittanceAnswerWriter.explanationOfBenefit(
                post(claim("C1", "1", PAID, stranger)), PAYMENT, REFERENCES, DAY);
        valid(json);
        assertEquals("99213", code(json.at("/addItem/0/productOrService")));
        assertEquals("90837", code(json.at("/item/0/productOrService")));
        assertEquals("95", code(json.at("/item/0/modifier/0")));
        assertEquals("180.00", json.at("/payment/amount/value").decimalValue().toPlainString());
    }

    @Test
    void partsOfASplitLineHaveSequencesOfTheirOwn() {
        ServicePayment one =
                line("L1", Procedure.of("90837", "95"), chargedAndPaid("120", "100"), adjustment("CO", "45", "20"));
        ServicePayment other =
                line("L1", Procedure.of("90837", "95"), chargedAndPaid("80", "0"), adjustment("CO", "198", "80"));
        PostedClaim split = post(claim("C1", "1", one, other));
        ObjectNode json = RemittanceAnswerWriter.explanationOfBenefit(split, PAYMENT, REFERENCES, DAY);
        assertEquals(1, json.at("/item/0/sequence").asInt());
        assertEquals(3, json.at("/item/1/sequence").asInt());
        ObjectNode response = RemittanceAnswerWriter.claimResponse(split, PAYMENT, REFERENCES, DAY);
        assertEquals(1, response.at("/item/1/itemSequence").asInt());
    }

    @Test
    void reconciliationAddsUpToThePayment() {
        RemittanceHeader header = new RemittanceHeader(
                PAYMENT,
                new Party("PAYER", "XV", "P1", List.of(), List.of()),
                new Party("PRACTICE", "XX", "1234567893", List.of(), List.of()),
                null,
                List.of(),
                new Controls("S", "1", "1", "1"));
        ObjectNode json = PaymentReconciliationWriter.write(
                header,
                "Organization/payer",
                List.of(
                        new PaidClaim("C1", "Claim/1", "ClaimResponse/1", money("120")),
                        new PaidClaim("C9", null, null, money("20"))),
                List.of(
                        new ProviderAdjustment("1234567893", DAY, "WO", "OLD", money("25")),
                        new ProviderAdjustment("1234567893", DAY, "L6", "", money("-5"))));
        valid(json);
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode detail : json.get("detail")) {
            sum = sum.add(detail.at("/amount/value").decimalValue());
        }
        assertEquals(json.at("/paymentAmount/value").decimalValue(), sum);
        assertEquals("-25.00", json.at("/detail/2/amount/value").decimalValue().toPlainString());
        assertEquals("WO", json.at("/detail/2/type/coding/1/code").asText());
        assertFalse(json.at("/detail/1").has("request"));
    }

    private static StatusNotice notice(List<Status> statuses, List<LineStatus> lines) {
        NamedParty payer = new NamedParty("PR", "2", "PAYER", "", "PI", "P1");
        NamedParty receiver = new NamedParty("41", "2", "PRACTICE", "", "46", "R1");
        return new StatusNotice(
                StatusNotice.Level.CLAIM,
                new StatusContext(payer, receiver, null),
                new NamedParty("QC", "1", "DOE", "JANE", "MI", "M1"),
                null,
                "C1",
                statuses,
                List.of(new Reference("1K", "ICN7")),
                DAY,
                null,
                lines);
    }

    private static Status status(String category, String code, String entity) {
        return new Status(List.of(new StatusCode(category, code, entity)), DAY, "U", null, null, null, "", "");
    }

    @Test
    void rejectionIsAnErrorAtItsLine() {
        LineStatus line =
                new LineStatus(Procedure.of("90785"), money("50"), "L2", DAY, null, List.of(status("A7", "454", "")));
        ObjectNode json = StatusAnswerWriter.claimResponse(
                notice(List.of(status("A7", "562", "85")), List.of(line)), REFERENCES, DAY);
        valid(json);
        assertEquals("error", json.get("outcome").asText());
        assertEquals("A7", code(json.at("/error/0/code")));
        assertEquals("562", json.at("/error/0/code/coding/1/code").asText());
        assertEquals("entity 85", json.at("/error/0/code/text").asText());
        assertFalse(json.at("/error/0").has("itemSequence"));
        assertEquals(2, json.at("/error/1/itemSequence").asInt());
        assertEquals("ICN7", json.at("/identifier/0/value").asText());
    }

    @Test
    void acceptedClaimIsQueuedAndAPaidOneComplete() {
        ObjectNode accepted =
                StatusAnswerWriter.claimResponse(notice(List.of(status("A2", "20", "")), List.of()), REFERENCES, DAY);
        valid(accepted);
        assertEquals("queued", accepted.get("outcome").asText());
        assertFalse(accepted.has("error"));
        ObjectNode paid =
                StatusAnswerWriter.claimResponse(notice(List.of(status("F1", "65", "")), List.of()), REFERENCES, DAY);
        assertEquals("complete", paid.get("outcome").asText());
    }
}
