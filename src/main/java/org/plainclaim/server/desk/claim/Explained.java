package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.plainclaim.server.desk.page.Fields;

/**
 * What $derive-claim says now of the session that a claim bills.
 *
 * @param lines its lines
 * @param advice what would change the answer
 */
record Explained(List<JsonNode> lines, List<Advice> advice) {
    static final Explained NOTHING = new Explained(List.of(), List.of());

    Explained {
        lines = List.copyOf(lines);
        advice = List.copyOf(advice);
    }

    /** What to ask or know, and what would come of it. */
    record Advice(String step, String result) {}

    static Explained of(JsonNode answer) {
        return new Explained(
                Fields.parameters(answer, "line").toList(),
                Fields.parameters(answer, "advice")
                        .map(one -> new Advice(
                                String.join(
                                        " ",
                                        Fields.parameters(one, "step")
                                                .map(step -> Fields.value(step, "text"))
                                                .toList()),
                                Fields.value(one, "result")))
                        .toList());
    }

    /** The line with the code of an item. */
    Optional<JsonNode> line(JsonNode item) {
        String code = Fields.code(item.path("productOrService"));
        return lines.stream()
                .filter(line -> Fields.value(line, "productOrService").equals(code))
                .findFirst();
    }
}
