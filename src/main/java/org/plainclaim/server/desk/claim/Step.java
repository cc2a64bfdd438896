package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.desk.page.Fields;

/**
 * Something that happened to a claim.
 *
 * @param when the moment
 * @param key of words {@code step.<key>}
 * @param said what was said about it; empty if nothing was
 * @param money dollars that moved; null if none did
 */
record Step(String when, String key, String said, @Nullable BigDecimal money) {
    /** From the session to the money, the first first. */
    static List<Step> of(JsonNode claimHistory, List<JsonNode> answers, List<JsonNode> encounters) {
        List<Step> steps = new ArrayList<>();
        encounters.forEach(one -> {
            steps.add(new Step(
                    Fields.text(one, "/period/start"),
                    "session",
                    Fields.label(one.path("type").path(0)),
                    null));
            steps.add(new Step(Fields.text(one, "/meta/lastUpdated"), "pushed", "", null));
        });
        Fields.resources(claimHistory, "Claim").forEach(version -> steps.add(claim(version)));
        answers.stream()
                // that a remittance came is said by the payment itself
                .filter(answer -> answer.has("payment")
                        || !Fields.text(answer, "/outcome").equals("complete"))
                .forEach(answer -> steps.add(answer(answer)));
        return steps.stream().sorted(Comparator.comparing(Step::when)).toList();
    }

    private static Step claim(JsonNode version) {
        boolean first = Fields.text(version, "/meta/versionId").equals("1");
        boolean active = Fields.text(version, "/status").equals("active");
        String key = active ? first ? "derived" : "derived-again" : "cancelled";
        return new Step(
                Fields.text(version, "/meta/lastUpdated"),
                key,
                "",
                Fields.money(version, "/total").orElse(null));
    }

    private static Step answer(JsonNode answer) {
        return new Step(
                Fields.text(answer, "/meta/lastUpdated"),
                key(answer),
                Fields.text(answer, "/disposition"),
                Fields.money(answer, "/payment/amount").orElse(null));
    }

    private static String key(JsonNode answer) {
        if (answer.has("payment")) {
            return "payment";
        }
        return switch (Fields.text(answer, "/outcome")) {
            case "queued" -> Fields.text(answer, "/meta/versionId").equals("1") ? "submitted" : "taken";
            case "error" -> "refused";
            default -> "answered";
        };
    }
}
