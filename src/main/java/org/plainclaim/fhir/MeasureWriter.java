package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.MeasureTrend;
import org.plainclaim.documentation.SessionDocumentation;

/** Writes instruments and how their scores changed. */
public final class MeasureWriter {
    private MeasureWriter() {}

    /** One parameter {@code measure} for each measure of the session, with the change since the first one. */
    static void session(SessionDocumentation session, ArrayNode parameters) {
        List<MeasureTrend> trends = MeasureTrend.of(session.measures());
        for (ClinicalMeasure measure : session.measures()) {
            if (measure.ofSession()) {
                ArrayNode parts = parameters.addObject().put("name", "measure").putArray("part");
                instrument(parts, measure);
                stated(parts, measure);
                trends.stream()
                        .filter(trend -> trend.series().contains(measure))
                        .forEach(trend -> judged(parts, trend.until(measure)));
            }
        }
    }

    /** The answer of measure-trend. */
    public static ObjectNode trends(List<MeasureTrend> trends) {
        ObjectNode resource = Nodes.resource("Parameters");
        if (!trends.isEmpty()) {
            ArrayNode parameters = resource.putArray("parameter");
            trends.forEach(trend -> {
                ArrayNode parts = parameters.addObject().put("name", "trend").putArray("part");
                instrument(parts, trend.first());
                judged(parts, trend);
                trend.series()
                        .forEach(measure ->
                                stated(parts.addObject().put("name", "measure").putArray("part"), measure));
            });
        }
        return resource;
    }

    private static void instrument(ArrayNode parts, ClinicalMeasure measure) {
        part(parts, "instrument").put("valueCode", measure.instrument().id());
        part(parts, "label").put("valueString", measure.instrument().label());
    }

    private static void stated(ArrayNode parts, ClinicalMeasure measure) {
        if (measure.takenOn().known()) {
            part(parts, "date").put("valueDate", measure.takenOn().get().toString());
        }
        if (measure.score().known()) {
            part(parts, "score").put("valueInteger", measure.score().get());
        }
        if (measure.severity().known()) {
            part(parts, "severity").put("valueCode", measure.severity().get().severity());
        }
        measure.flags().keySet().stream().sorted().forEach(flag -> part(parts, "flag")
                .put("valueCode", flag));
        part(parts, "evidence").set("valueReference", Nodes.reference(measure.reference()));
    }

    private static void judged(ArrayNode parts, MeasureTrend trend) {
        part(parts, "change").put("valueInteger", trend.change());
        part(parts, "verdict").put("valueCode", trend.verdict());
        yesOrNo(parts, "response", trend.response());
        yesOrNo(parts, "remission", trend.remission());
    }

    private static void yesOrNo(ArrayNode parts, String name, @Nullable Boolean value) {
        if (value != null) {
            part(parts, name).put("valueBoolean", value);
        }
    }

    private static ObjectNode part(ArrayNode parts, String name) {
        return parts.addObject().put("name", name);
    }
}
