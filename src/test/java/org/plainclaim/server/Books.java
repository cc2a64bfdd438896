package org.plainclaim.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.plainclaim.submission.Money;

/** What the payers did with the money of a claim, added up from what a FHIR client reads; takebacks count with their sign. */
record Books(List<JsonNode> explanations, List<JsonNode> responses, List<JsonNode> payments) {
    /** All that a server has. */
    static Books of(TwoPayers office) {
        return new Books(
                office.found("ExplanationOfBenefit"),
                office.found("ClaimResponse").stream()
                        .filter(response -> response.has("payment"))
                        .toList(),
                office.found("PaymentReconciliation"));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static BigDecimal sum(Stream<JsonNode> amounts) {
        return amounts.map(amount -> Money.of(amount.at("/value").decimalValue()))
                .reduce(Money.ZERO, BigDecimal::add);
    }

    private Stream<JsonNode> adjudications(String payer) {
        return explanations.stream()
                .filter(one -> one.at("/insurer/reference").asText().equals(payer))
                .flatMap(one -> Stream.concat(each(one.path("item")), Stream.of(one)))
                .flatMap(item -> each(item.path("adjudication")));
    }

    private BigDecimal adjudicated(String payer, Predicate<JsonNode> wanted) {
        return sum(adjudications(payer).filter(wanted).map(one -> one.get("amount")));
    }

    /** What a payer was charged, less what it took back. */
    BigDecimal charged(String payer) {
        return adjudicated(
                payer, one -> one.at("/category/coding/0/code").asText().equals("submitted"));
    }

    /** What a payer paid. */
    BigDecimal paid(String payer) {
        return adjudicated(
                payer, one -> one.at("/category/coding/0/code").asText().equals("benefit"));
    }

    /** What a payer took off in a group, such as {@code PR} for what the patient owes. */
    BigDecimal tookOff(String payer, String group) {
        return adjudicated(
                payer,
                one -> one.has("reason")
                        && one.at("/category/coding/0/code").asText().equals(group));
    }

    /** What the answers to claims say was paid. */
    BigDecimal answered() {
        return sum(responses.stream().map(one -> one.at("/payment/amount")));
    }

    /** What came in. */
    BigDecimal received() {
        return sum(payments.stream().map(one -> one.get("paymentAmount")));
    }

    /** What payers added to payments or kept of them, beside all claims. */
    BigDecimal besideClaims() {
        return sum(details()
                .filter(detail -> detail.at("/type/coding/0/code").asText().equals("adjustment"))
                .map(detail -> detail.get("amount")));
    }

    /** Parts of payments that belong to no claim of ours. */
    List<JsonNode> unmatched() {
        return details()
                .filter(detail -> detail.at("/type/coding/0/code").asText().equals("payment"))
                .filter(detail -> !detail.has("request") || !detail.has("response"))
                .toList();
    }

    private Stream<JsonNode> details() {
        return payments.stream().flatMap(one -> each(one.path("detail")));
    }
}
