package org.plainclaim.server.desk.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** Takes a thing to do, gives it back, puts it off, or says that it is done. */
public final class StepDeed implements Deed {
    /** The state that each step leads to; the server says whether it may. */
    private static final Map<String, String> STEPS =
            Map.of("take", "accepted", "done", "completed", "back", "ready", "wait", "on-hold", "cancel", "cancelled");

    @Override
    public String address() {
        return "work/{id}/{step}";
    }

    @Override
    public Reply act(Visit visit) {
        String status = STEPS.getOrDefault(visit.step("step"), "");
        if (!status.isEmpty()) {
            ObjectNode task = visit.fhir().get("Task/" + visit.step("id")).deepCopy();
            task.put("status", status);
            if (status.equals("accepted") || (status.equals("completed") && !task.has("owner"))) {
                owner(task.putObject("owner"), visit);
            }
            if (status.equals("on-hold") || status.equals("cancelled")) {
                task.putObject("statusReason").put("text", visit.field("why"));
            }
            visit.fhir().put(task);
        }
        String query = visit.field("back").replaceAll("[^A-Za-z0-9=&?/.-]", "");
        return new Reply.Moved(
                query.startsWith("work") ? query : "work", status.isEmpty() ? "" : "work." + visit.step("step"));
    }

    private static void owner(ObjectNode owner, Visit visit) {
        if (!visit.person().practitioner().isEmpty()) {
            owner.put("reference", visit.person().practitioner());
        }
        owner.put(
                "display",
                visit.person().name().isEmpty()
                        ? "somebody trying out"
                        : visit.person().name());
    }
}
