package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.desk.page.Fields;

/**
 * A line of a claim, with its reasons.
 *
 * @param because why it is there, as a sentence
 * @param charge dollars; null if there is no price
 */
record Line(
        String number,
        String code,
        String label,
        String modifiers,
        String units,
        String place,
        String date,
        String diagnoses,
        @Nullable BigDecimal charge,
        String because,
        List<Reason> reasons) {
    private static final String REASON = "https://plainclaim.org/fhir/StructureDefinition/claim-line-reason";

    Line {
        reasons = List.copyOf(reasons);
    }

    /** A rule that decided about a line. */
    record Reason(String rule, String result, String citation, String from, String to, List<Read> evidence) {
        Reason {
            evidence = List.copyOf(evidence);
        }
    }

    /** What a rule read. */
    record Read(String path, String plain, String value) {
        static Read of(JsonNode evidence) {
            String path = Fields.value(evidence, "path");
            String plain = path.replaceAll("extension\\('[^']*/([\\w-]+)'\\)", "$1")
                    .replaceAll("\\[\\d+]", "")
                    .replaceAll("\\.(coding|code|value|reference)\\b.*", "");
            return new Read(path, plain, Fields.value(evidence, "value"));
        }
    }

    /**
     * A line of a stored claim.
     *
     * @param explained the same line of $derive-claim, which knows the evidence; empty if there is none such
     */
    static Line of(JsonNode item, JsonNode claim, Optional<JsonNode> explained) {
        List<String> pointers = Fields.each(item.path("diagnosisSequence"))
                .map(sequence -> Fields.each(claim.path("diagnosis"))
                        .filter(one -> one.path("sequence").equals(sequence))
                        .map(one -> Fields.code(one.path("diagnosisCodeableConcept")))
                        .findFirst()
                        .orElse(""))
                .toList();
        return new Line(
                Fields.text(item, "/sequence"),
                Fields.code(item.path("productOrService")),
                Fields.text(item, "/productOrService/text"),
                String.join(
                        " ",
                        Fields.each(item.path("modifier")).map(Fields::code).toList()),
                Fields.text(item, "/quantity/value"),
                Fields.code(item.path("locationCodeableConcept")),
                Fields.text(item, "/servicedDate"),
                String.join(", ", pointers),
                Fields.money(item, "/net").orElse(null),
                explained.map(line -> Fields.value(line, "because")).orElseGet(() -> because(item)),
                explained
                        .map(line -> Fields.parameters(line, "reason")
                                .map(Line::reason)
                                .toList())
                        .orElseGet(() -> reasons(item).map(Line::ofExtension).toList()));
    }

    private static Stream<JsonNode> reasons(JsonNode item) {
        return Fields.each(item.path("extension"))
                .filter(one -> Fields.text(one, "/url").equals(REASON));
    }

    private static String because(JsonNode item) {
        return reasons(item)
                .map(one -> part(one, "because", "/valueString"))
                .findFirst()
                .orElse("");
    }

    private static Reason reason(JsonNode reason) {
        JsonNode effective = Fields.parameters(reason, "effective")
                .findFirst()
                .map(part -> part.path("valuePeriod"))
                .orElse(reason.path("none"));
        return new Reason(
                Fields.value(reason, "rule"),
                Fields.value(reason, "result"),
                Fields.value(reason, "citation"),
                Fields.text(effective, "/start"),
                Fields.text(effective, "/end"),
                Fields.parameters(reason, "evidence").map(Read::of).toList());
    }

    private static Reason ofExtension(JsonNode reason) {
        return new Reason(
                part(reason, "rule", "/valueCode"),
                part(reason, "result", "/valueString"),
                part(reason, "citation", "/valueString"),
                part(reason, "effective", "/valuePeriod/start"),
                part(reason, "effective", "/valuePeriod/end"),
                List.of());
    }

    private static String part(JsonNode reason, String name, String pointer) {
        return Fields.each(reason.path("extension"))
                .filter(one -> Fields.text(one, "/url").equals(name))
                .map(one -> Fields.text(one, pointer))
                .findFirst()
                .orElse("");
    }
}
