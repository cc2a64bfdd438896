package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.OutcomeWriter;
import org.plainclaim.server.operation.Derivations.SentCase;
import org.plainclaim.server.search.Hiding;

/** Says whether the documentation of a session supports a claim; stores nothing. */
public final class ValidateDocumentationOperation {
    private static final String NAME = "$validate-documentation";
    private final Derivations derivations;

    private final Function<String, List<Finding>> signals;
    private final Hiding hiding;

    /** An operation that adds what {@code signals} says of a stored encounter, none of which may hold. */
    public ValidateDocumentationOperation(
            Derivations derivations, Function<String, List<Finding>> signals, Hiding hiding) {
        this.hiding = hiding;
        this.derivations = derivations;
        this.signals = signals;
    }

    /** Reviews a stored session. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true, idempotent = true)
    public Parameters stored(@IdParam IdType encounter, ServletRequestDetails request) {
        OperationInput input = derivations.input(request, List.of("coverage", "detail"));
        StoredSession stored = derivations.stored(encounter);
        ExpectedVersion.check(request, encounter.getIdPart(), stored);
        StoredCase found = derivations.read(stored, input.coverage());
        ClaimOutcome outcome = derivations.engine().review(found.session(), found.history());
        ClaimOutcome seen = outcome.and(signals.apply("Encounter/" + encounter.getIdPart()))
                .withoutMeasures(hidden(outcome.session(), request));
        return answer(seen, input.detail());
    }

    /** Reviews the session in the request. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true)
    public Parameters sent(ServletRequestDetails request) {
        OperationInput input = derivations.input(
                request, List.of("session", "coverage", "detail", "history", "historyFrom", "historyTo"));
        SentCase sent = derivations.sent(input);
        return answer(derivations.engine().review(sent.session(), sent.history()), input.detail());
    }

    /** Of measures of other sessions, which are told with their scores, those that the caller may not see. */
    private Set<String> hidden(SessionDocumentation session, ServletRequestDetails request) {
        return hiding.of(request)
                .hidden(session.measures().stream()
                        .map(ClinicalMeasure::reference)
                        .toList());
    }

    private Parameters answer(ClaimOutcome outcome, boolean detail) {
        return derivations.answer(detail ? OutcomeWriter.reviewInDetail(outcome) : OutcomeWriter.review(outcome));
    }
}
