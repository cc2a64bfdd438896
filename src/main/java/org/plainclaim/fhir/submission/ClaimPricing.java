package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.plainclaim.fhir.Element;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Submission;

/** Puts prices on a Claim: what each line costs, and the total once every line has a price. */
public final class ClaimPricing {
    private ClaimPricing() {}

    /** A copy of the claim with the charges of the submission that was read from it; amounts that are there stay. */
    public static ObjectNode priced(JsonNode claim, Submission submission) {
        ObjectNode priced = claim.deepCopy();
        BigDecimal total = Money.ZERO;
        boolean all = true;
        for (JsonNode item : priced.path("item")) {
            BigDecimal charge = charge(item, submission);
            if (charge == null) {
                all = false;
            } else {
                total = total.add(charge);
                price((ObjectNode) item, charge);
            }
        }
        if (all && !priced.has("total")) {
            priced.set("total", AnswerWriter.money(total));
        }
        return priced;
    }

    private static @org.jspecify.annotations.Nullable BigDecimal charge(JsonNode item, Submission submission) {
        String control = LineReader.control(new Element("", "Claim.item", item));
        Optional<Line> line = submission.lines().stream()
                .filter(one -> one.control().equals(control))
                .findFirst();
        return line.map(Line::charge).orElse(null);
    }

    private static void price(ObjectNode item, BigDecimal charge) {
        if (!item.has("net")) {
            item.set("net", AnswerWriter.money(charge));
        }
        JsonNode quantity = item.path("quantity").path("value");
        if (!item.has("unitPrice")
                && quantity.isNumber()
                && quantity.decimalValue().signum() > 0) {
            exact(charge, quantity.decimalValue()).ifPresent(unit -> item.set("unitPrice", AnswerWriter.money(unit)));
        }
    }

    private static Optional<BigDecimal> exact(BigDecimal charge, BigDecimal units) {
        BigDecimal unit = charge.divide(units, 2, java.math.RoundingMode.HALF_UP);
        return unit.multiply(units).compareTo(charge) == 0 ? Optional.of(unit) : Optional.empty();
    }
}
