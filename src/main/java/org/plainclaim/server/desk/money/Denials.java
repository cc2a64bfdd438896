package org.plainclaim.server.desk.money;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.plainclaim.server.desk.page.Fields;

/**
 * What payers refused in the last 90 days.
 *
 * @param rules counted by the edit that should have caught it
 * @param denials the latest of them
 */
record Denials(String total, BigDecimal amount, List<ByRule> rules, List<Denial> denials) {
    static final Denials NOT_ASKED = new Denials("0", BigDecimal.ZERO, List.of(), List.of());

    Denials {
        rules = List.copyOf(rules);
        denials = List.copyOf(denials);
    }

    /** The denials that one edit should have caught. */
    record ByRule(String rule, String count, BigDecimal amount) {}

    /** A denial. */
    record Denial(
            String date,
            String payer,
            String claim,
            String code,
            String procedure,
            BigDecimal amount,
            List<String> rules) {
        Denial {
            rules = List.copyOf(rules);
        }
    }

    static Denials of(JsonNode answer) {
        return new Denials(
                Fields.value(answer, "total"),
                money(answer),
                Fields.parameters(answer, "by-rule")
                        .map(one -> new ByRule(Fields.value(one, "rule"), Fields.value(one, "count"), money(one)))
                        .toList(),
                Fields.parameters(answer, "denial").map(Denials::denial).toList());
    }

    private static Denial denial(JsonNode one) {
        return new Denial(
                Fields.value(one, "date"),
                Fields.value(one, "payer-name"),
                Fields.value(one, "claim").replace("Claim/", ""),
                (Fields.value(one, "group") + "-" + Fields.value(one, "reason") + " " + Fields.value(one, "remarks"))
                        .strip(),
                Fields.value(one, "procedure"),
                money(one),
                Fields.parameters(one, "rule")
                        .map(rule -> Fields.text(rule, "/valueCode"))
                        .toList());
    }

    private static BigDecimal money(JsonNode owner) {
        String value = Fields.value(owner, "amount");
        return value.isEmpty() ? BigDecimal.ZERO : new BigDecimal(value);
    }
}
