package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plainclaim.server.desk.page.Fields;

/**
 * What the session is coded as.
 *
 * @param status ready, held or billed-elsewhere; empty if the person may not ask
 * @param lines the codes
 * @param advice what would change the answer
 */
record Coded(String status, List<Line> lines, List<Advice> advice) {
    static final Coded NOT_ASKED = new Coded("", List.of(), List.of());

    Coded {
        lines = List.copyOf(lines);
        advice = List.copyOf(advice);
    }

    /** A service line: what, why. */
    record Line(String code, String label, String modifiers, String units, String because) {}

    /** What to ask, and what the answer would give. */
    record Advice(List<String> steps, String result) {
        Advice {
            steps = List.copyOf(steps);
        }
    }

    static Coded of(JsonNode answer) {
        return new Coded(
                Fields.value(answer, "status"),
                Fields.parameters(answer, "line").map(Coded::line).toList(),
                Fields.parameters(answer, "advice").map(Coded::advice).toList());
    }

    private static Line line(JsonNode line) {
        JsonNode service = Fields.parameters(line, "productOrService")
                .findFirst()
                .map(part -> part.path("valueCodeableConcept"))
                .orElse(line.path("none"));
        List<String> modifiers = Fields.parameters(line, "modifier")
                .map(part -> Fields.code(part.path("valueCodeableConcept")))
                .toList();
        return new Line(
                Fields.code(service),
                Fields.text(service, "/text"),
                String.join(" ", modifiers),
                Fields.value(line, "quantity"),
                Fields.value(line, "because"));
    }

    private static Advice advice(JsonNode advice) {
        return new Advice(
                Fields.parameters(advice, "step")
                        .map(step -> Fields.value(step, "text"))
                        .toList(),
                Fields.value(advice, "result"));
    }
}
