package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.DocumentationReader.ReadSession;
import org.plainclaim.fhir.OutcomeWriter;

/** Derives the explained claims of a session; of a stored one it also stores them. */
public final class DeriveClaimOperation {
    private static final String NAME = "$derive-claim";
    private final Derivations derivations;
    private final ClaimStore claims;
    private final Clock clock;

    public DeriveClaimOperation(Derivations derivations, ClaimStore claims, Clock clock) {
        this.derivations = derivations;
        this.claims = claims;
        this.clock = clock;
    }

    /** Derives from a stored session, and stores Claim and Provenance unless it is a dry run. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true)
    public Parameters stored(@IdParam IdType encounter, ServletRequestDetails request) {
        OperationInput input = derivations.input(request, List.of("coverage", "dryRun"));
        StoredSession stored = derivations.stored(encounter);
        ExpectedVersion.check(request, encounter.getIdPart(), stored);
        ReadSession read = derivations.read(stored.bundle(), input);
        ClaimOutcome outcome = derivations.engine().derive(read.session());
        Parameters answer = answer(outcome);
        if (!input.dryRun()) {
            claims.keep(derived(encounter, stored, read, outcome), claims(answer));
        }
        return answer;
    }

    private static ClaimStore.Derived derived(
            IdType encounter, StoredSession stored, ReadSession read, ClaimOutcome outcome) {
        List<String> sources = read.sources().stream()
                .sorted()
                .map(source -> stored.versions().getOrDefault(source, source))
                .toList();
        List<String> clinicians = outcome.claims().stream()
                .map(claim -> claim.rendering().npi().orElse(""))
                .toList();
        return new ClaimStore.Derived(encounter.getIdPart(), outcome.release(), clinicians, sources);
    }

    /** Derives from the session in the request; stores nothing. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true)
    public Parameters sent(ServletRequestDetails request) {
        OperationInput input = derivations.input(request, List.of("session", "coverage", "dryRun"));
        ReadSession read = derivations.read(derivations.sent(input), input);
        return answer(derivations.engine().derive(read.session()));
    }

    private Parameters answer(ClaimOutcome outcome) {
        return derivations.answer(OutcomeWriter.derivation(outcome, LocalDate.now(clock)));
    }

    /** The places of the claims in the answer, so that what was stored can take the place of what was derived. */
    private static List<Parameters.ParametersParameterComponent> claims(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getResource() instanceof Claim)
                .toList();
    }
}
