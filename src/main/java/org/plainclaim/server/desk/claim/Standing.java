package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plainclaim.server.desk.page.Fields;

/** Where a claim stands, by what was answered to it. */
public final class Standing {
    private Standing() {}

    /** The key of its words: {@code state.<key>}. */
    public static String of(JsonNode claim, List<JsonNode> responses) {
        if (!Fields.text(claim, "/status").equals("active")) {
            return "cancelled";
        }
        if (responses.isEmpty()) {
            return "unsent";
        }
        List<String> said =
                responses.stream().map(one -> Fields.text(one, "/disposition")).toList();
        if (said.stream().anyMatch(word -> word.startsWith("denied"))) {
            return "denied";
        }
        if (said.stream().anyMatch(word -> word.startsWith("partly"))) {
            return "partly";
        }
        if (responses.stream().anyMatch(one -> one.has("payment"))) {
            return "paid";
        }
        return responses.stream().anyMatch(one -> Fields.text(one, "/outcome").equals("error")) ? "rejected" : "sent";
    }

    /** What is charged; before a claim is sent, and without a price on it, nobody knows. */
    static Optional<BigDecimal> charge(JsonNode claim, List<JsonNode> responses) {
        Optional<BigDecimal> total = Fields.money(claim, "/total");
        return total.isPresent()
                ? total
                : responses.stream()
                        .flatMap(one -> Fields.each(one.path("total")))
                        .filter(one -> Fields.code(one.path("category")).equals("submitted"))
                        .flatMap(one -> Fields.money(one, "/amount").stream())
                        .findFirst();
    }
}
