package org.plainclaim.server.longwork;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Decision;
import org.plainclaim.access.Interaction;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.access.Gate;
import org.plainclaim.server.search.Hiding;

/** Says how long work gets on, stops it, and goes on with it. */
public final class WorkOperations {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final LongWorks works;
    private final StatusAnswer answers;
    private final Sight sight;

    WorkOperations(LongWorks works, StatusAnswer answers, Sight sight) {
        this.works = works;
        this.answers = answers;
        this.sight = sight;
    }

    /**
     * What callers may see.
     *
     * @param gate what their roles may do
     * @param hiding what is hidden from them all the same
     */
    record Sight(Gate gate, Hiding hiding) {}

    /** The latest work, or one with its parts of an outcome. */
    @Operation(name = "$long-work", idempotent = true)
    public Parameters list(
            @OperationParam(name = "id", max = 1) @Nullable StringType id,
            @OperationParam(name = "outcome", max = 1) @Nullable CodeType outcome,
            @OperationParam(name = "after", max = 1) @Nullable IntegerType after,
            @OperationParam(name = "count", max = 1) @Nullable IntegerType count,
            ServletRequestDetails request) {
        WorkAnswer answer = new WorkAnswer(works.now());
        if (id == null) {
            works.latest().forEach(answer::work);
            return answer.written();
        }
        LongWork work = work(id.getValue());
        PartOutcome which = outcome == null ? PartOutcome.FAILED : outcome(outcome);
        int most = between(count, "count", USUAL, MOST);
        return answer.work(work)
                .parts(which, seen(work, which, between(after, "after", 0, Integer.MAX_VALUE), most, request))
                .written();
    }

    /** Asks how it gets on, or cancels it by DELETE. */
    @Operation(name = "$long-work-status", idempotent = true, deleteEnabled = true, manualResponse = true)
    public void status(@OperationParam(name = "id", max = 1) @Nullable StringType id, ServletRequestDetails request)
            throws IOException {
        LongWork work = work(id == null ? "" : id.getValue());
        if (work.state() == WorkState.CANCELLED) {
            throw new ResourceNotFoundException(
                    "This work was cancelled; go on with it with $long-work-resume, or look at it with $long-work.");
        }
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            works.cancel(work);
            answers.cancelled(request);
        } else if (work.state().goesOn()) {
            answers.going(request, work, works.now());
        } else {
            WorkAnswer answer = new WorkAnswer(works.now()).work(work);
            answer.parts(PartOutcome.FAILED, seen(work, PartOutcome.FAILED, 0, MOST, request));
            answers.done(request, answer.written(), work.times().ended());
        }
    }

    /** Goes on with what is open, and tries what failed once more. */
    @Operation(name = "$long-work-resume", manualResponse = true)
    public void resume(@OperationParam(name = "id", max = 1) @Nullable StringType id, ServletRequestDetails request)
            throws IOException {
        answers.accepted(request, works.resume(work(id == null ? "" : id.getValue())));
    }

    /** Parts of what the caller may not see are left out; who runs the server has no business with sessions. */
    private List<PartTable.Listed> seen(
            LongWork work, PartOutcome outcome, int after, int most, ServletRequestDetails request) {
        Asked reading = Asked.to(Interaction.READ, "Encounter");
        Decision decision = sight.gate().decide(Callers.of(request), reading);
        if (!decision.allowed() || !decision.reach().everything()) {
            return List.of();
        }
        List<PartTable.Listed> parts = works.parts(work, outcome, after, most);
        Set<String> hidden = sight.hiding()
                .of(request)
                .hidden(parts.stream().map(part -> "Encounter/" + part.item()).toList());
        return parts.stream()
                .filter(part -> !hidden.contains("Encounter/" + part.item()))
                .toList();
    }

    private LongWork work(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            throw new InvalidRequestException("The parameter id is missing: say which work is meant.");
        }
        return works.find(id)
                .orElseThrow(() -> new ResourceNotFoundException(
                        "There is no such work here, or it ended long ago; $long-work lists what there is."));
    }

    private static PartOutcome outcome(CodeType code) {
        return PartOutcome.of(code.getValue())
                .orElseThrow(() -> new InvalidRequestException(
                        "outcome must be one of open, ready, refused, held, elsewhere, failed."));
    }

    private static int between(@Nullable PrimitiveType<Integer> value, String name, int usual, int most) {
        int number = value == null || value.getValue() == null ? usual : value.getValue();
        if (number < 0 || number > most) {
            throw new InvalidRequestException(name + " must be a whole number from 0 to " + most + ".");
        }
        return number;
    }
}
