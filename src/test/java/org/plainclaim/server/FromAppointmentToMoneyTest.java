package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.claim.ClaimOracle;

/** One session from the appointment to the posted money of two payers, with a gap, a denial and a correction on the way. */
final class FromAppointmentToMoneyTest {
    private static final String AUTHORIZATION = "AUTH7731";

    private static final List<String> FIRST = List.of(
            "code=90837 authorization=none : deny=CO-197",
            " : allow=77 copay=25 coinsurance=20",
            "authorization=any : interest=1.25");
    private static final List<String> SECOND = List.of(" : allow=70 copay=10");

    @Test
    void goesFromTheAppointmentToThePostedPaymentAndTheBooksBalance(@TempDir Path folder) throws Exception {
        try (TwoPayers office = TwoPayers.in(folder, FIRST, SECOND)) {
            Visit visit = Visit.booked(office);
            eligibilityIsKnown(office, visit);
            unsignedItIsHeldForTheClinician(office, visit);
            JsonNode claim = signedItIsAClaim(office, visit);
            nothingHoldsIt(office, claim);
            String denied = firstPayerDenies(office, claim);
            JsonNode response = theBillerHasWork(office, denied);
            String paid = correctedItIsPaid(office, claim, response);
            secondPayerPaysTheRest(office, paid);
            theBooksBalance(office, visit);
            nothingIsLeft(office);
        }
    }

    private static void eligibilityIsKnown(TwoPayers office, Visit visit) {
        JsonNode first = visit.eligibility(TwoPayers.FIRST);
        assertTrue(first.path("inforce").asBoolean(), first::toString);
        assertTrue(first.path("item").toString().contains("\"code\":\"copay\""), first::toString);
        assertTrue(visit.eligibility(TwoPayers.SECOND).path("inforce").asBoolean());
        assertEquals(List.of(), office.todo(""));
    }

    private static void unsignedItIsHeldForTheClinician(TwoPayers office, Visit visit) {
        visit.documented();
        assertEquals("held", visit.derive().at("/parameter/0/valueCode").asText());
        assertEquals(List.of(), office.found("Claim"));
        JsonNode task = office.one("Task?performer=clinician&status=ready&focus=" + visit.encounter());
        assertTrue(task.at("/reasonCode/text").asText().contains("sign"), task::toString);
    }

    private static JsonNode signedItIsAClaim(TwoPayers office, Visit visit) {
        visit.signed();
        assertEquals("ready", visit.derive().at("/parameter/0/valueCode").asText());
        assertEquals(List.of(), office.todo(""), "settled");
        JsonNode claim = office.one("Claim");
        assertEquals("90837", claim.at("/item/0/productOrService/coding/0/code").asText());
        return claim;
    }

    private static void nothingHoldsIt(TwoPayers office, JsonNode claim) {
        FhirHttp.Answer scrubbed = office.http().post(reference(claim) + "/$scrub", Visit.NOTHING);
        assertEquals(200, scrubbed.status(), scrubbed::body);
        JsonNode issues = scrubbed.json().at("/parameter/1/resource/issue");
        assertEquals("ready", scrubbed.json().at("/parameter/0/valueCode").asText(), issues::toString);
    }

    private static String firstPayerDenies(TwoPayers office, JsonNode claim) throws Exception {
        String number = submitted(office, claim);
        String file = office.fileWith(TwoPayers.FIRST, number);
        assertEquals(List.of(), ClaimOracle.complaints(Form.PROFESSIONAL, file));
        assertTrue(file.contains("CLM*" + number + "*190***11:B:1*"), file);
        office.payersAnswer();
        JsonNode answer = office.one("ClaimResponse?request=" + reference(claim) + "&disposition=denied");
        assertEquals(0, answer.at("/payment/amount/value").decimalValue().signum());
        return answer.get("id").asText();
    }

    private static String submitted(TwoPayers office, JsonNode claim) {
        FhirHttp.Answer answer = office.http().post(reference(claim) + "/$submit", Visit.NOTHING);
        assertEquals(200, answer.status(), answer::body);
        assertEquals("queued", answer.json().path("outcome").asText(), answer::body);
        return Visit.claimNumber(answer.json());
    }

    private static JsonNode theBillerHasWork(TwoPayers office, String denied) {
        FhirHttp.Answer denials = office.http().get("ClaimResponse/$denials");
        assertTrue(denials.body().contains("e07"), denials::body);
        JsonNode task = office.one("Task?status=ready&focus=ClaimResponse/" + denied);
        assertEquals("e07", task.at("/reasonCode/coding/0/code").asText());
        assertEquals(money("190"), Money.of(task.at("/input/0/valueMoney/value").decimalValue()));
        return office.http().get("ClaimResponse/" + denied).json();
    }

    private static String correctedItIsPaid(TwoPayers office, JsonNode claim, JsonNode denied) throws Exception {
        ObjectNode corrected = claim.deepCopy();
        ((ObjectNode) corrected.at("/insurance/0")).putArray("preAuthRef").add(AUTHORIZATION);
        FhirHttp.Answer stored = office.http().put(reference(claim), corrected.toString());
        assertEquals(200, stored.status(), stored::body);
        String number = submitted(office, stored.json());
        String file = office.fileWith(TwoPayers.FIRST, number);
        assertEquals(List.of(), ClaimOracle.complaints(Form.PROFESSIONAL, file));
        assertTrue(file.contains("CLM*" + number + "*190***11:B:7*"), file);
        assertTrue(file.contains("REF*G1*" + AUTHORIZATION + "~"), file);
        assertTrue(file.contains("REF*F8*" + denied.at("/identifier/0/value").asText() + "~"), file);
        office.payersAnswer();
        String ofTheClaim = "ClaimResponse?request=" + reference(claim);
        assertEquals(1, office.found(ofTheClaim + "&disposition=reversed").size());
        JsonNode paid = office.one(ofTheClaim + "&disposition=paid");
        assertEquals(money("97.04"), Money.of(paid.at("/payment/amount/value").decimalValue()));
        return number;
    }

    private static void secondPayerPaysTheRest(TwoPayers office, String first) throws Exception {
        Awaited.until("the claim at the second payer", () -> office.sentTo(TwoPayers.SECOND).stream()
                .anyMatch(sent -> sent.contains("~CLM*")));
        String file = office.sentTo(TwoPayers.SECOND).stream()
                .filter(sent -> sent.contains("~CLM*"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(), ClaimOracle.complaints(Form.PROFESSIONAL, file));
        assertTrue(file.contains("AMT*D*97.04~"), file);
        assertTrue(file.contains("SVD*SRHP1*97.04*HC:90837"), file);
        assertTrue(file.contains("CAS*CO*45*43.7~CAS*PR*3*25**2*24.26~"), file);
        assertFalse(file.contains("CLM*" + first + "*"), "a number of its own");
        office.payersAnswer();
    }

    private static void theBooksBalance(TwoPayers office, Visit visit) {
        Books books = Books.of(office);
        String first = visit.payer(TwoPayers.FIRST);
        String second = visit.payer(TwoPayers.SECOND);
        BigDecimal charge = money("190");
        assertEquals(charge, books.charged(first), "what was denied was taken back");
        assertEquals(charge, books.charged(second));
        assertEquals(money("97.04"), books.paid(first));
        assertEquals(money("25.96"), books.paid(second));
        BigDecimal contractual = books.tookOff(first, "CO").add(books.tookOff(second, "CO"));
        BigDecimal patient = books.tookOff(second, "PR");
        assertEquals(money("10"), patient);
        assertEquals(
                charge,
                books.paid(first).add(books.paid(second)).add(contractual).add(patient));
        assertEquals(
                books.tookOff(first, "PR"), charge.subtract(books.tookOff(second, "OA")), "what the first one left");
        assertEquals(books.paid(first).add(books.paid(second)), books.answered());
        assertEquals(money("1.25"), books.besideClaims());
        assertEquals(books.answered().add(books.besideClaims()), books.received());
        assertEquals(List.of(), books.unmatched());
    }

    private static void nothingIsLeft(TwoPayers office) {
        assertEquals(List.of(), office.todo(""));
        assertEquals(2, sentOnce(office, TwoPayers.FIRST), "a claim and its replacement");
        assertEquals(1, sentOnce(office, TwoPayers.SECOND), "a claim");
    }

    /** How many files of claims a payer got; no file of any kind came twice. */
    private static long sentOnce(TwoPayers office, String payer) {
        List<String> sent = office.sentTo(payer);
        assertEquals(sent.size(), sent.stream().map(Visit::control).distinct().count());
        return sent.stream().filter(file -> file.contains("~CLM*")).count();
    }

    private static BigDecimal money(String dollars) {
        return Money.of(dollars);
    }

    private static String reference(JsonNode claim) {
        return "Claim/" + claim.get("id").asText();
    }
}
