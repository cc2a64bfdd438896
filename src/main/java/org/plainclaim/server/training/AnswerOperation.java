package org.plainclaim.server.training;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.server.access.Callers;
import org.plainclaim.training.Answer;
import org.plainclaim.training.AnswerLine;
import org.plainclaim.training.Marked;
import org.plainclaim.training.Marking;
import org.plainclaim.training.Solution;
import org.plainclaim.training.TrainingCase;

/** Marks the answer of the caller to a case, and keeps how it went. */
public final class AnswerOperation {
    private final FhirContext fhir;
    private final TrainingRoom room;
    private final Results results;
    private final Clock clock;

    public AnswerOperation(FhirContext fhir, TrainingRoom room, Results results, Clock clock) {
        this.fhir = fhir;
        this.room = room;
        this.results = results;
        this.clock = clock;
    }

    /** The marks, line by line. */
    @Operation(name = "$training-answer", manualRequest = true)
    public Parameters mark(ServletRequestDetails request) {
        TrainingInput input =
                TrainingInput.of(request, fhir, Set.of("case", "held"), Set.of("line", "diagnosis", "gap"));
        Answer answer = input.answer();
        TrainingRoom.Loaded now = room.now();
        TrainingCase one = now.named(input.needed("case"));
        Solution solution = now.solver().solve(one);
        Marked marked = Marking.mark(now.solver(), one, solution, answer);
        String learner = Callers.of(request).subject();
        Result result = results.keep(
                new Result(learner, one.id(), 1, marked.points(), marked.points(), marked.of(), LocalDate.now(clock)));
        return answer(one, marked, result);
    }

    private static Parameters answer(TrainingCase one, Marked marked, Result result) {
        Parameters answer = new Parameters();
        Answer right = marked.solution().answer();
        Parts summary = Parts.in(answer, "result").code("case", one.id()).yes("full", marked.full());
        summary.result(result);
        Parts expected = Parts.in(answer, "expected").yes("held", right.held());
        right.lines().stream().map(AnswerLine::toString).forEach(line -> expected.text("line", line));
        right.diagnoses().forEach(code -> expected.code("diagnosis", code));
        marked.solution().gaps().keySet().forEach(gap -> expected.code("gap", gap));
        marked.marks().forEach(mark -> Parts.in(answer, "mark").mark(mark));
        answer.addParameter()
                .setName("teaching")
                .setValue(
                        new org.hl7.fhir.r4.model.StringType(one.text().about().teaching()));
        answer.addParameter()
                .setName("release")
                .setValue(new org.hl7.fhir.r4.model.StringType(
                        marked.solution().outcome().release().version()));
        return answer;
    }
}
