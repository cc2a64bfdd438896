package org.plainclaim.server.training;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.training.TrainingCase;

/** Shows one case as the learner reads it: the session and what there is to choose from, and no answer. */
public final class CaseOperation {
    private final FhirContext fhir;
    private final TrainingRoom room;

    public CaseOperation(FhirContext fhir, TrainingRoom room) {
        this.fhir = fhir;
        this.room = room;
    }

    /** The case. */
    @Operation(name = "$training-case", manualRequest = true, idempotent = true)
    public Parameters show(ServletRequestDetails request) {
        TrainingInput input = TrainingInput.of(request, fhir, Set.of("case"), Set.of());
        TrainingRoom.Loaded now = room.now();
        TrainingCase one = now.named(input.needed("case"));
        Parameters answer = new Parameters();
        Parts.in(answer, "about").about(one).text("question", one.text().about().question());
        one.sheet().forEach(line -> Parts.in(answer, "line").sheet(line));
        now.solver().solve(one).choices().forEach(gap -> Parts.in(answer, "choice")
                .choice(gap));
        String session = now.library().session(one.id()).map(String::valueOf).orElse("");
        answer.addParameter()
                .setName("session")
                .setResource(fhir.newJsonParser().parseResource(Bundle.class, session));
        return answer;
    }
}
