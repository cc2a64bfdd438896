package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.plainclaim.advice.Advice;
import org.plainclaim.advice.Path;
import org.plainclaim.advice.Step;

/** Adds to an answer what would change it. */
public final class AdviceWriter {
    private AdviceWriter() {}

    /** One parameter {@code advice} for each path, and one for each statement. */
    public static void add(ObjectNode answer, Advice advice) {
        ArrayNode parameters = answer.withArray("parameter");
        for (Path path : advice.paths()) {
            ArrayNode parts = advice(parameters, path.steps());
            parts.addObject().put("name", "result").put("valueString", path.result());
            parts.addObject().put("name", "ready").put("valueBoolean", path.ready());
        }
        advice.never().forEach(step -> advice(parameters, List.of(step)));
    }

    private static ArrayNode advice(ArrayNode parameters, List<Step> steps) {
        ArrayNode parts = parameters.addObject().put("name", "advice").putArray("part");
        for (Step step : steps) {
            ArrayNode inside = parts.addObject().put("name", "step").putArray("part");
            inside.addObject().put("name", "class").put("valueCode", step.ask().code());
            inside.addObject().put("name", "text").put("valueString", step.text());
            inside.addObject().put("name", "fact").put("valueString", step.fact());
            if (!step.answer().isEmpty()) {
                inside.addObject().put("name", "answer").put("valueString", step.answer());
            }
        }
        return parts;
    }
}
