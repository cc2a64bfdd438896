package org.plainclaim.fhir.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.work.Owner;
import org.plainclaim.work.Work;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkState;

/** Reads things to do from Tasks that were written here. */
public final class TaskReader {
    private TaskReader() {}

    /** The key of the thing; empty if the Task is none of ours. */
    public static Optional<String> key(JsonNode task) {
        for (JsonNode identifier : task.path("identifier")) {
            if (identifier.path("system").asText().equals(WorkSystems.ITEM)) {
                return Optional.of(identifier.path("value").asText());
            }
        }
        return Optional.empty();
    }

    /** Where it stands. */
    public static WorkState state(JsonNode task) {
        WorkState stated = TaskStatus.of(task.path("status").asText())
                .map(TaskStatus::state)
                .orElse(WorkState.READY);
        boolean settled = task.at("/businessStatus/coding/0/code").asText().equals(WorkState.SETTLED.code());
        return stated == WorkState.DONE && settled ? WorkState.SETTLED : stated;
    }

    /** The thing with its state; the steps so far stay in the notes of the Task. */
    public static Work work(JsonNode task) {
        WorkItem item = new WorkItem(
                key(task).orElse(""),
                Owner.valueOf(code(task.at("/performerType/0"))
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                code(task.path("reasonCode")),
                task.at("/reasonCode/text").asText(),
                task.path("description").asText(),
                task.at("/focus/reference").asText(),
                task.at("/for/reference").asText(),
                money(task),
                due(task));
        return new Work(item, state(task), List.of());
    }

    private static String code(JsonNode concept) {
        return concept.at("/coding/0/code").asText();
    }

    private static @Nullable BigDecimal money(JsonNode task) {
        for (JsonNode input : task.path("input")) {
            if (code(input.path("type")).equals(WorkSystems.MONEY)) {
                return input.at("/valueMoney/value").decimalValue();
            }
        }
        return null;
    }

    private static @Nullable LocalDate due(JsonNode task) {
        String end = task.at("/restriction/period/end").asText();
        return end.isEmpty() ? null : LocalDate.parse(end.substring(0, 10));
    }
}
