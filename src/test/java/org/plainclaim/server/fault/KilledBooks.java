package org.plainclaim.server.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceListener;
import org.plainclaim.x12.remittance.RemittanceReader;
import org.plainclaim.x12.remittance.RemittanceSummary;

/** What a server has at the end, held against what the payer sent. */
final class KilledBooks {
    private final FhirHttp http;
    private final Map<String, ClaimPayment> said = new HashMap<>();
    private final List<BigDecimal> payments = new ArrayList<>();
    private final TreeSet<String> numbers = new TreeSet<>();
    private BigDecimal paid = Money.ZERO;
    private int lines;

    KilledBooks(FhirHttp http, List<byte[]> answers) throws IOException {
        this.http = http;
        for (byte[] answer : answers) {
            RemittanceReader.read(new ByteArrayInputStream(answer), new Reading());
        }
    }

    private final class Reading implements RemittanceListener {
        @Override
        public void opened(RemittanceHeader header) {
            payments.add(header.payment().amount());
        }

        @Override
        public void claim(ClaimPayment claim) {
            assertTrue(said.put(claim.submittedId(), claim) == null, "the payer got a claim twice");
        }

        @Override
        public void closed(RemittanceSummary summary) {
            assertTrue(summary.whole(), summary::toString);
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            assertEquals(List.of(), faults);
        }
    }

    private List<JsonNode> found(String search) {
        FhirHttp.Answer answer = http.get(search + (search.contains("?") ? "&" : "?") + "_count=500");
        assertEquals(200, answer.status(), answer::body);
        List<JsonNode> found = new ArrayList<>();
        answer.json().path("entry").forEach(entry -> found.add(entry.get("resource")));
        return found;
    }

    /** What was acknowledged is there, and was paid once, line by line as the payer says. */
    void kept(String claim, JsonNode acknowledged) {
        String response = "ClaimResponse/" + acknowledged.get("id").asText();
        FhirHttp.Answer stored = http.get(response);
        assertEquals(200, stored.status(), response + " was acknowledged");
        assertEquals("Claim/" + claim, stored.json().at("/request/reference").asText());
        String number = number(acknowledged);
        assertTrue(numbers.add(number), "two claims have one number");
        ClaimPayment payment = Objects.requireNonNull(said.get(number), "the payer did not get it");
        List<JsonNode> adjudications = found("ClaimResponse?request=Claim/" + claim).stream()
                .filter(one -> one.has("payment"))
                .toList();
        assertEquals(1, adjudications.size(), "answers of the payer to " + claim);
        BigDecimal amount =
                Money.of(adjudications.get(0).at("/payment/amount/value").decimalValue());
        assertEquals(payment.paid(), amount);
        paid = paid.add(amount);
        List<JsonNode> explanations = found("ExplanationOfBenefit?claim=Claim/" + claim);
        assertEquals(1, explanations.size(), "explanations of " + claim);
        assertEquals(payment.lines().size(), explanations.get(0).path("item").size());
        lines += payment.lines().size();
    }

    private static String number(JsonNode response) {
        for (JsonNode identifier : response.path("identifier")) {
            if (identifier.path("system").asText().endsWith("/claim-number")) {
                return identifier.get("value").asText();
            }
        }
        throw new AssertionError("no claim number in " + response);
    }

    /** Each payment is there once, is made up of its details, and all together are what the claims were paid. */
    void paymentsBalance() {
        List<JsonNode> reconciliations = found("PaymentReconciliation");
        assertEquals(payments.size(), reconciliations.size());
        BigDecimal received = Money.ZERO;
        for (JsonNode reconciliation : reconciliations) {
            BigDecimal details = Money.ZERO;
            for (JsonNode detail : reconciliation.path("detail")) {
                assertTrue(detail.has("request"), "a part of a payment belongs to no claim");
                details = details.add(detail.at("/amount/value").decimalValue());
            }
            BigDecimal amount = reconciliation.at("/paymentAmount/value").decimalValue();
            assertEquals(0, amount.compareTo(details), reconciliation::toString);
            received = received.add(amount);
        }
        assertEquals(0, received.compareTo(payments.stream().reduce(Money.ZERO, BigDecimal::add)));
        assertEquals(0, received.compareTo(paid), received + " received, " + paid + " answered");
    }

    /** Each claim left once, under a control number that no other interchange has. */
    void sentOnce(SentInterchanges sent) {
        assertEquals(
                sent.controls().size(), new HashSet<>(sent.controls()).size(), "control numbers " + sent.controls());
        assertEquals(List.copyOf(numbers), sent.claims().stream().sorted().toList(), "each claim once");
    }

    @Override
    public String toString() {
        return lines + " lines paid " + paid + " in " + payments.size() + " payments";
    }
}
