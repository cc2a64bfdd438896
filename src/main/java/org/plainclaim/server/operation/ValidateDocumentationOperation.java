package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.OutcomeWriter;
import org.plainclaim.server.operation.Derivations.SentCase;

/** Says whether the documentation of a session supports a claim; stores nothing. */
public final class ValidateDocumentationOperation {
    private static final String NAME = "$validate-documentation";
    private final Derivations derivations;

    public ValidateDocumentationOperation(Derivations derivations) {
        this.derivations = derivations;
    }

    /** Reviews a stored session. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true, idempotent = true)
    public Parameters stored(@IdParam IdType encounter, ServletRequestDetails request) {
        OperationInput input = derivations.input(request, List.of("coverage"));
        StoredSession stored = derivations.stored(encounter);
        ExpectedVersion.check(request, encounter.getIdPart(), stored);
        StoredCase found = derivations.read(stored, input.coverage());
        return answer(derivations.engine().review(found.session(), found.history()));
    }

    /** Reviews the session in the request. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true)
    public Parameters sent(ServletRequestDetails request) {
        OperationInput input =
                derivations.input(request, List.of("session", "coverage", "history", "historyFrom", "historyTo"));
        SentCase sent = derivations.sent(input);
        return answer(derivations.engine().review(sent.session(), sent.history()));
    }

    private Parameters answer(ClaimOutcome outcome) {
        return derivations.answer(OutcomeWriter.review(outcome));
    }
}
