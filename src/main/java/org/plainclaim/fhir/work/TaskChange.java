package org.plainclaim.fhir.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.work.Owner;
import org.plainclaim.work.Step;
import org.plainclaim.work.WorkState;

/**
 * What somebody changed of a Task of ours.
 *
 * @param former the Task as it is stored
 * @param changed the Task as it would be
 */
public record TaskChange(JsonNode former, JsonNode changed) {
    /** What follows from the cause, and is not for people to change. */
    private static final List<String> FIXED = List.of(
            "identifier",
            "groupIdentifier",
            "intent",
            "code",
            "description",
            "focus",
            "for",
            "reasonCode",
            "restriction",
            "input",
            "authoredOn");

    /** A client may write 120.50 as 120.5. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };

    /** The step that it makes; empty if the state stays as it is. */
    public Optional<Step> step(Instant when) {
        WorkState from = TaskReader.state(former);
        WorkState to = TaskStatus.of(changed.path("status").asText())
                .map(TaskStatus::state)
                .orElse(from);
        boolean same = TaskStatus.of(from) == TaskStatus.of(to);
        return same ? Optional.empty() : Optional.of(new Step(from, to, who(), when, why()));
    }

    private String who() {
        JsonNode owner = to(WorkState.READY) ? former.path("owner") : changed.path("owner");
        String reference = owner.path("reference").asText();
        return reference.isEmpty() ? owner.path("display").asText() : reference;
    }

    private boolean to(WorkState state) {
        return changed.path("status").asText().equals(TaskStatus.of(state).code());
    }

    private String why() {
        JsonNode reason = changed.path("statusReason");
        String text = reason.path("text").asText();
        return text.isEmpty() ? reason.at("/coding/0/display").asText() : text;
    }

    /** Why the state may not become what it would; to be answered as a conflict with what is stored. */
    public List<InputProblem> conflicts() {
        List<InputProblem> problems = new ArrayList<>();
        Optional<Step> step = step(Instant.EPOCH);
        step.filter(made -> !made.from().mayBecome(made.to()) || !made.from().open())
                .ifPresent(made -> made.objections()
                        .forEach(objection -> problems.add(new InputProblem(
                                "conflict",
                                "Task.status",
                                objection,
                                "Read the Task again; it may have been closed since."))));
        boolean taken = former.has("owner")
                && TaskReader.state(former) != WorkState.READY
                && step.isEmpty()
                && !former.path("owner").equals(changed.path("owner"));
        if (taken) {
            problems.add(new InputProblem(
                    "conflict",
                    "Task.owner",
                    "Somebody else has taken it.",
                    "Have it given back first: status ready, without an owner."));
        }
        return problems;
    }

    /** What is wrong with it by itself. */
    public List<InputProblem> problems() {
        List<InputProblem> problems = new ArrayList<>();
        String status = changed.path("status").asText();
        if (TaskStatus.of(status).isEmpty()) {
            problems.add(new InputProblem(
                    "code-invalid",
                    "Task.status",
                    "The status of a thing to do is never " + status + ".",
                    "Use ready, accepted, in-progress, on-hold, completed or cancelled."));
        }
        step(Instant.EPOCH).ifPresent(step -> step.objections()
                .forEach(objection -> problems.add(new InputProblem(
                        "required",
                        objection.startsWith("Say who") ? "Task.owner" : "Task.statusReason",
                        objection,
                        objection.startsWith("Say who")
                                ? "Name the person in Task.owner."
                                : "Give the reason as Task.statusReason.text."))));
        FIXED.stream()
                .filter(name -> !former.path(name).equals(BY_VALUE, changed.path(name)))
                .forEach(name -> problems.add(new InputProblem(
                        "business-rule",
                        "Task." + name,
                        "Task." + name + " follows from the cause and is not to be changed.",
                        "Send the element as it was read.")));
        handed(problems);
        notes(problems);
        return problems;
    }

    private void handed(List<InputProblem> problems) {
        String role = changed.at("/performerType/0/coding/0/code").asText();
        boolean known =
                List.of(Owner.values()).stream().anyMatch(owner -> owner.code().equals(role));
        if (!known || changed.path("performerType").size() != 1) {
            problems.add(new InputProblem(
                    "required",
                    "Task.performerType",
                    "A thing to do belongs to one role.",
                    "Give one of clinician, coder, biller and front-desk, of the code system " + WorkSystems.OWNER
                            + "."));
        }
    }

    private void notes(List<InputProblem> problems) {
        JsonNode before = former.path("note");
        JsonNode after = changed.path("note");
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.path(i))) {
                problems.add(new InputProblem(
                        "business-rule",
                        "Task.note[" + i + "]",
                        "The history of a thing to do is not to be changed.",
                        "Send the notes as they were read; add new ones behind them."));
                return;
            }
        }
    }
}
