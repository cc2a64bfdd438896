package org.plainclaim.server.training;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Role;
import org.plainclaim.server.access.Callers;

/** Says how learners got on: the caller; or anybody, to who instructs. */
public final class ProgressOperation {
    private final FhirContext fhir;
    private final TrainingRoom room;
    private final Results results;

    public ProgressOperation(FhirContext fhir, TrainingRoom room, Results results) {
        this.fhir = fhir;
        this.room = room;
        this.results = results;
    }

    /** A result for each case that was answered. */
    @Operation(name = "$training-progress", manualRequest = true, idempotent = true)
    public Parameters progress(ServletRequestDetails request) {
        TrainingInput input = TrainingInput.of(request, fhir, Set.of("learner", "everybody"), Set.of());
        Caller caller = Callers.of(request);
        String learner = input.one("learner").orElse(caller.subject());
        boolean everybody = input.yes("everybody");
        if ((everybody || !learner.equals(caller.subject())) && !caller.is(Role.ADMIN)) {
            throw new ForbiddenOperationException(
                    "Only who instructs (role admin) sees how others got on; leave out learner and everybody.");
        }
        List<Result> found = everybody ? results.all() : results.of(learner);
        Parameters answer = new Parameters();
        for (Result result : found) {
            Parts parts = Parts.in(answer, "result").text("learner", result.learner());
            room.now()
                    .library()
                    .find(result.caseId())
                    .ifPresentOrElse(parts::about, () -> parts.code("id", result.caseId()));
            parts.result(result);
        }
        return answer;
    }
}
