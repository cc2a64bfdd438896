package org.plainclaim.server.desk.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainclaim.server.desk.page.Fields;

/**
 * A case as the learner reads it.
 *
 * @param about what it is
 * @param question what is asked
 * @param parts the session by parts of the record
 * @param gaps what may be missing or in the way, by code
 * @param diagnoses the codes of diagnoses that the record names
 */
public record Sheet(
        CaseRow about, String question, List<Part> parts, Map<String, String> gaps, List<String> diagnoses) {
    /** A part of the record. */
    public record Part(String key, List<Line> lines) {}

    /** A line of the record. */
    public record Line(String heading, String text) {
        private static final Set<String> CODES =
                Set.of("AMB", "VR", "HH", "PROFF", "PTRES", "SCHOOL", "ONCAMPUS", "OFFCAMPUS", "OTP");

        /** The text with each date standing alone, so that it can be shown as dates are. */
        public List<String> pieces() {
            return List.of(text.split("(?<=\\d{4}-\\d{2}-\\d{2})|(?=\\d{4}-\\d{2}-\\d{2})", -1));
        }

        /** Whether the record has a code there that people do not read. */
        public boolean isCode() {
            return CODES.contains(text);
        }
    }

    /** Reads the answer of {@code $training-case}. */
    static Sheet of(JsonNode answer) {
        JsonNode about = Fields.parameters(answer, "about").findFirst().orElse(answer);
        Map<String, List<Line>> parts = new LinkedHashMap<>();
        Fields.parameters(answer, "line")
                .forEach(line -> parts.computeIfAbsent(Fields.value(line, "part"), key -> new ArrayList<>())
                        .add(new Line(Fields.value(line, "heading"), Fields.value(line, "text"))));
        Map<String, String> gaps = new LinkedHashMap<>();
        Fields.parameters(answer, "choice")
                .forEach(choice -> gaps.put(Fields.value(choice, "code"), Fields.value(choice, "label")));
        return new Sheet(
                CaseRow.of(about),
                Fields.value(about, "question"),
                parts.entrySet().stream()
                        .map(part -> new Part(part.getKey(), part.getValue()))
                        .toList(),
                gaps,
                diagnoses(answer));
    }

    /** What a gap is about; its code if this case does not ask for it. */
    public String gap(String code) {
        return gaps.getOrDefault(code, code);
    }

    private static List<String> diagnoses(JsonNode answer) {
        return Fields.parameters(answer, "session")
                .flatMap(session -> Fields.resources(session.path("resource"), "Condition"))
                .map(condition -> Fields.code(condition.path("code")))
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
