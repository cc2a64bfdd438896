package org.plainclaim.server.work;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.IssueWriter;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.work.TaskChange;
import org.plainclaim.fhir.work.WorkSystems;
import org.plainclaim.work.Step;
import org.plainclaim.work.WorkState;

/**
 * Holds what people change of a Task of ours to the state machine, and writes the step into its history.
 *
 * <p>Tasks that were not raised here are left alone.
 */
@Interceptor
public final class TaskGate {
    private static final int CONFLICT = 409;
    private static final String WRITTEN = TaskGate.class.getName();
    private final FhirContext fhir;
    private final Clock clock;

    TaskGate(FhirContext fhir, Clock clock) {
        this.fhir = fhir;
        this.clock = clock;
    }

    /** Nobody but Plainclaim raises things to do under its own keys. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        if (byPeople(request) && resource instanceof Task task && ours(task)) {
            throw refusal(
                    List.of(new InputProblem(
                            "business-rule",
                            "Task.identifier",
                            "Only Plainclaim makes Tasks with an identifier of " + WorkSystems.ITEM + ".",
                            "Leave that identifier out; the Task is then yours alone.")),
                    new UnprocessableEntityException("This Task is not to be made."));
        }
    }

    /** A change is a step that may be made, or it is refused. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource former, IBaseResource resource, @Nullable RequestDetails request) {
        if (!byPeople(request) || !(former instanceof Task before) || !(resource instanceof Task after)) {
            return;
        }
        if (!ours(before)) {
            created(resource, request);
            return;
        }
        TaskChange change = new TaskChange(tree(before), tree(after));
        List<InputProblem> conflicts = change.conflicts();
        if (!conflicts.isEmpty()) {
            // HAPI tries again after a version conflict, which this is not
            throw refusal(conflicts, new UnclassifiedServerFailureException(CONFLICT, "This step may not be made."));
        }
        List<InputProblem> problems = change.problems();
        if (!problems.isEmpty()) {
            throw refusal(problems, new UnprocessableEntityException("This change may not be made."));
        }
        change.step(clock.instant().truncatedTo(ChronoUnit.MILLIS)).ifPresent(step -> write(step, after));
    }

    /** What people had to do is not forgotten. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        if (byPeople(request) && resource instanceof Task task && ours(task)) {
            throw refusal(
                    List.of(new InputProblem(
                            "business-rule",
                            "Task",
                            "A thing to do is not deleted, so that it does not vanish without a trace.",
                            "Set Task.status to cancelled and say why in Task.statusReason.text.")),
                    new UnclassifiedServerFailureException(CONFLICT, "This Task is not to be deleted."));
        }
    }

    private static boolean byPeople(@Nullable RequestDetails request) {
        return request != null && !(request instanceof SystemRequestDetails);
    }

    private static boolean ours(Task task) {
        return task.getIdentifier().stream().anyMatch(identifier -> WorkSystems.ITEM.equals(identifier.getSystem()));
    }

    /** The store may ask twice about one resource; the step is written once. */
    private static void write(Step step, Task task) {
        if (task.getUserData(WRITTEN) != null) {
            return;
        }
        task.setUserData(WRITTEN, step);
        Date when = Date.from(step.when());
        task.setLastModified(when);
        task.setBusinessStatus(
                new CodeableConcept(new Coding(WorkSystems.STATE, step.to().code(), null)));
        if (step.to() == WorkState.READY) {
            task.setOwner(null);
        }
        Annotation note = task.addNote().setTime(when).setText(step.text());
        if (step.who().isEmpty()) {
            note.setAuthor(new StringType("somebody"));
        } else {
            note.setAuthor(step.who().contains("/") ? new Reference(step.who()) : new StringType(step.who()));
        }
    }

    private BaseServerResponseException refusal(List<InputProblem> problems, BaseServerResponseException answer) {
        String issues = IssueWriter.problems(problems).toString();
        answer.setOperationOutcome(fhir.newJsonParser().parseResource(OperationOutcome.class, issues));
        return answer;
    }

    private JsonNode tree(Task task) {
        try {
            return Json.parse(fhir.newJsonParser().encodeResourceToString(task));
        } catch (BadInput impossible) {
            throw new IllegalStateException("a Task is not JSON", impossible);
        }
    }
}
