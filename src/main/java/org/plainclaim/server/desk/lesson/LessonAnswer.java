package org.plainclaim.server.desk.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.plainclaim.server.desk.fhir.FhirRefusal;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/**
 * Has an answer marked and shows the marks; they are kept nowhere, so there is no place to move on to.
 *
 * <p>What can not be marked comes back in the form as it was typed.
 */
public final class LessonAnswer implements Deed {
    private static final Map<String, String> TYPES = Map.of("line", "valueString");
    private static final int BAD_REQUEST = 400;

    @Override
    public String address() {
        return LessonPage.ADDRESS;
    }

    @Override
    public Reply act(Visit visit) {
        Given given = Given.of(visit);
        LessonPage page = LessonPage.begin(visit);
        if (!given.whole()) {
            return page.correcting(given, List.of());
        }
        try {
            JsonNode marks = visit.fhir().post("$training-answer", parameters(visit.step("case"), given));
            return page.marked(given, Marks.of(marks));
        } catch (FhirRefusal refusal) {
            if (refusal.status() == BAD_REQUEST) {
                return page.correcting(given, refusal.words());
            }
            throw refusal;
        }
    }

    private static JsonNode parameters(String id, Given given) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
        ArrayNode parts = parameters.putArray("parameter");
        parts.addObject().put("name", "case").put("valueCode", id);
        parts.addObject().put("name", "held").put("valueBoolean", given.holds());
        given.parts()
                .forEach((name, values) -> values.forEach(value ->
                        parts.addObject().put("name", name).put(TYPES.getOrDefault(name, "valueCode"), value)));
        return parameters;
    }
}
