package org.plainclaim.server.desk.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plainclaim.server.desk.page.Fields;

/**
 * How a learner got on, as who instructs sees it.
 *
 * @param name as the issuer of tokens names the person
 * @param rows the cases that were answered, the latest first
 */
public record Learner(String name, List<CaseRow> rows) {
    public Learner {
        rows = rows.stream()
                .sorted(Comparator.comparing((CaseRow row) -> row.went().last()).reversed())
                .toList();
    }

    /** The learners of an answer of {@code $training-progress}, by name. */
    static List<Learner> of(JsonNode progress) {
        Map<String, List<CaseRow>> sorted = new TreeMap<>();
        Fields.parameters(progress, "result")
                .forEach(result -> sorted.computeIfAbsent(Fields.value(result, "learner"), key -> new ArrayList<>())
                        .add(CaseRow.of(result)));
        return sorted.entrySet().stream()
                .map(entry -> new Learner(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** How many cases were solved. */
    public long solved() {
        return rows.stream().filter(row -> row.went().solved()).count();
    }

    /** How many answers there were. */
    public int answers() {
        return rows.stream().mapToInt(row -> row.went().attempts()).sum();
    }

    /** Day of the last answer. */
    public String last() {
        return rows.stream().map(row -> row.went().last()).findFirst().orElse("");
    }
}
