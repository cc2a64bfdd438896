package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.fhir.OutcomeWriter;

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
        return review(stored.bundle(), input);
    }

    /** Reviews the session in the request. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true)
    public Parameters sent(ServletRequestDetails request) {
        OperationInput input = derivations.input(request, List.of("session", "coverage"));
        return review(derivations.sent(input), input);
    }

    private Parameters review(JsonNode bundle, OperationInput input) {
        var session = derivations.read(bundle, input).session();
        return derivations.answer(OutcomeWriter.review(derivations.engine().review(session)));
    }
}
