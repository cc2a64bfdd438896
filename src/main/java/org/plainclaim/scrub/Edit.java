package org.plainclaim.scrub;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.rules.Row;

/** One edit of a payer: its row, taken apart, and the cases in which it fails. */
final class Edit {
    private static final String ITEM = "Claim.item";

    private final String id;
    private final Row row;
    private final Map<String, Row> cases = new HashMap<>();
    private final Map<String, PayerAnswer> answers = new HashMap<>();
    private final PayerAnswer answer;
    private final String owner;
    private final String checks;
    private final String element;
    private final boolean ofClaim;
    private final boolean ofLines;

    Edit(Row row) {
        this.id = row.conditions().get(0).text();
        this.row = row;
        this.answer = PayerAnswer.of(row.result("group"), row.result("answers"), row.result("status"));
        this.owner = row.result("owner");
        this.checks = row.result("checks");
        this.element = row.result("element");
        this.ofClaim = !row.result("about").equals("line");
        this.ofLines = !row.result("about").equals("claim");
    }

    /** One way to fail. */
    void take(Row failing) {
        String word = failing.conditions().get(1).text();
        cases.put(word, failing);
        if (!failing.result("answers").isEmpty()) {
            answers.put(word, PayerAnswer.of(row.result("group"), failing.result("answers"), row.result("status")));
        }
    }

    String id() {
        return id;
    }

    Row row() {
        return row;
    }

    String owner() {
        return owner;
    }

    String checks() {
        return checks;
    }

    Optional<Row> failing(String word) {
        return Optional.ofNullable(cases.get(word));
    }

    PayerAnswer answer(String word) {
        return answers.getOrDefault(word, answer);
    }

    boolean ofClaim() {
        return ofClaim;
    }

    boolean ofLines() {
        return ofLines;
    }

    /** The element that it looks at, of the claim or of one of its lines. */
    String path(int place) {
        if (place == 0) {
            return element.startsWith(ITEM) ? "Claim" : element;
        }
        String item = ITEM + "[" + (place - 1) + "]";
        return element.startsWith(ITEM) ? item + element.substring(ITEM.length()) : item;
    }
}
