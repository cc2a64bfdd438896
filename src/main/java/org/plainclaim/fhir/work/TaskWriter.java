package org.plainclaim.fhir.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;
import org.plainclaim.work.Step;
import org.plainclaim.work.Work;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkState;

/** Writes things to do as Task. */
public final class TaskWriter {
    private TaskWriter() {}

    /**
     * What the item itself does not say.
     *
     * @param task code of the code system {@code work-task}
     * @param priority FHIR priority
     */
    public record Kind(String task, String priority) {}

    /** The id of a thing: always the same, so that one thing is one Task whoever raises it. */
    public static String id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A Task that was not there before. */
    public static ObjectNode task(Work work, Kind kind) {
        return onto(Nodes.resource("Task").put("id", id(work.item().key())), work, kind);
    }

    /** The same Task with what is the case now; what people added stays. */
    public static ObjectNode onto(ObjectNode task, Work work, Kind kind) {
        WorkItem item = work.item();
        task.putArray("identifier").addObject().put("system", WorkSystems.ITEM).put("value", item.key());
        task.putObject("groupIdentifier").put("system", WorkSystems.CAUSE).put("value", item.cause());
        task.put("status", TaskStatus.of(work.state()).code());
        task.put("intent", "order").put("priority", kind.priority());
        task.set("code", Nodes.concept(WorkSystems.TASK, kind.task()));
        task.put("description", item.fix().isEmpty() ? item.message() : item.fix());
        if (!item.focus().isEmpty()) {
            task.set("focus", Nodes.reference(item.focus()));
        }
        if (!item.patient().isEmpty()) {
            task.set("for", Nodes.reference(item.patient()));
        }
        task.set("reasonCode", Nodes.concept(Systems.RULE, item.reason()).put("text", item.message()));
        performer(task, item);
        atStake(task, item);
        history(task, work);
        return task;
    }

    /** A role that people gave it to stays. */
    private static void performer(ObjectNode task, WorkItem item) {
        if (!task.has("performerType")) {
            task.putArray("performerType")
                    .add(Nodes.concept(WorkSystems.OWNER, item.owner().code()));
        }
    }

    private static void atStake(ObjectNode task, WorkItem item) {
        LocalDate due = item.due();
        task.remove("restriction");
        if (due != null) {
            task.putObject("restriction").putObject("period").put("end", due.toString());
        }
        BigDecimal money = item.money();
        task.remove("input");
        if (money != null) {
            ObjectNode input = task.putArray("input").addObject();
            input.set("type", Nodes.concept(WorkSystems.INPUT, WorkSystems.MONEY));
            input.putObject("valueMoney").put("value", money).put("currency", "USD");
        }
    }

    /** Adds the steps that were made since it was read; a thing that is opened again belongs to nobody. */
    private static void history(ObjectNode task, Work work) {
        if (work.history().isEmpty()) {
            return;
        }
        work.history().forEach(step -> note(task, step));
        Step last = work.history().get(work.history().size() - 1);
        String state = work.reopened() ? "reopened" : work.state().code();
        task.set("businessStatus", Nodes.concept(WorkSystems.STATE, state));
        task.put("lastModified", last.when().toString());
        if (!task.has("authoredOn")) {
            task.put("authoredOn", last.when().toString());
        }
        task.remove("statusReason");
        if (!last.why().isBlank() && !work.state().open()) {
            task.putObject("statusReason").put("text", last.why());
        }
        if (work.state() == WorkState.READY) {
            task.remove("owner");
        }
    }

    private static void note(ObjectNode task, Step step) {
        ObjectNode note = task.withArray("note").addObject();
        if (step.who().contains("/")) {
            note.putObject("authorReference").put("reference", step.who());
        } else {
            note.put("authorString", step.who());
        }
        note.put("time", step.when().toString()).put("text", step.text());
    }
}
