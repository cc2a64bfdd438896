package org.plainclaim.server.desk.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;

/**
 * A thing to do.
 *
 * @param about where to look at it, below {@code /desk/}; empty if there is no such page
 * @param due the last day on which it helps; empty if there is none
 * @param money dollars at stake; null if that is not known
 */
record WorkItem(
        String id,
        String status,
        String role,
        String reason,
        String next,
        String patient,
        String about,
        String due,
        boolean overdue,
        String owner,
        String priority,
        @Nullable BigDecimal money) {
    private static final Map<String, String> PLACES = Map.of("Encounter", "sessions/", "Claim", "claims/");

    static WorkItem of(JsonNode task, Bundled found, LocalDate today) {
        String due = Fields.text(task, "/restriction/period/end");
        String day = due.length() > 10 ? due.substring(0, 10) : due;
        JsonNode money = Fields.each(task.path("input"))
                .filter(one -> Fields.code(one.path("type")).equals("money-at-stake"))
                .findFirst()
                .orElse(task.path("none"));
        return new WorkItem(
                Fields.id(task),
                Fields.text(task, "/status"),
                Fields.code(task.path("performerType").path(0)),
                Fields.text(task, "/reasonCode/text"),
                Fields.text(task, "/description"),
                found.name(Fields.reference(task, "/for")),
                place(Fields.reference(task, "/focus"), found),
                day,
                !day.isEmpty() && day.compareTo(today.toString()) < 0,
                owner(task, found),
                Fields.text(task, "/priority"),
                Fields.money(money, "/valueMoney").orElse(null));
    }

    private static String owner(JsonNode task, Bundled found) {
        String display = Fields.text(task, "/owner/display");
        return display.isEmpty() ? found.name(Fields.reference(task, "/owner")) : display;
    }

    /** An answer of a payer is looked at beside its claim. */
    private static String place(String focus, Bundled found) {
        String seen = focus.startsWith("ClaimResponse/")
                ? found.at(focus)
                        .map(answer -> Fields.reference(answer, "/request"))
                        .orElse("")
                : focus;
        String[] parts = seen.split("/", 2);
        return parts.length == 2 && PLACES.containsKey(parts[0]) ? PLACES.get(parts[0]) + parts[1] : "";
    }

    public boolean isOpen() {
        return status.equals("ready");
    }

    public boolean isTaken() {
        return status.equals("accepted") || status.equals("in-progress");
    }
}
