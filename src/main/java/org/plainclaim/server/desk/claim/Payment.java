package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.server.desk.page.Fields;

/**
 * What a payer decided.
 *
 * @param adjustments group and reason of what it did not pay, with the money
 */
record Payment(
        String date,
        String said,
        BigDecimal charge,
        BigDecimal paid,
        BigDecimal patient,
        List<Adjustment> adjustments) {
    Payment {
        adjustments = List.copyOf(adjustments);
    }

    /** Dollars that were not paid, and why. */
    record Adjustment(String line, String group, String reason, BigDecimal amount) {}

    static List<Payment> of(List<JsonNode> responses) {
        return responses.stream()
                .filter(one -> one.has("payment"))
                .map(Payment::of)
                .toList();
    }

    private static Payment of(JsonNode response) {
        List<Adjustment> adjustments =
                Fields.each(response.path("item")).flatMap(Payment::adjustments).toList();
        return new Payment(
                Fields.text(response, "/payment/date"),
                Fields.text(response, "/disposition"),
                sum(Fields.each(response.path("total"))
                        .filter(total -> Fields.code(total.path("category")).equals("submitted"))
                        .map(total -> Fields.money(total, "/amount").orElse(BigDecimal.ZERO))),
                Fields.money(response, "/payment/amount").orElse(BigDecimal.ZERO),
                sum(adjustments.stream().filter(one -> one.group().equals("PR")).map(Adjustment::amount)),
                adjustments);
    }

    private static Stream<Adjustment> adjustments(JsonNode item) {
        return Fields.each(item.path("adjudication"))
                .filter(one -> one.has("reason"))
                .map(one -> new Adjustment(
                        Fields.text(item, "/itemSequence"),
                        Fields.code(one.path("category")),
                        Fields.code(one.path("reason")),
                        Fields.money(one, "/amount").orElse(BigDecimal.ZERO)));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
