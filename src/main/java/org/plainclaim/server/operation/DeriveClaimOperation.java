package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.OutcomeWriter;
import org.plainclaim.server.operation.Derivations.SentCase;

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
        OperationInput input = derivations.input(request, List.of("coverage", "dryRun", "advise"));
        StoredSession stored = derivations.stored(encounter);
        ExpectedVersion.check(request, encounter.getIdPart(), stored);
        DerivedCase derived = derive(derivations.read(stored, input.coverage()));
        if (!input.dryRun()) {
            keep(derived);
        }
        return derived.answer();
    }

    /** Stores the claims together with those of other sessions that hang on them. */
    private void keep(DerivedCase derived) {
        List<ClaimStore.Derived> all = new ArrayList<>();
        all.add(derived.derived());
        new DependentSessions(derivations, claims)
                .of(derived)
                .forEach(other -> all.add(derive(other).derived()));
        List<Claim> kept = claims.keep(all).get(0);
        List<ParametersParameterComponent> places = derived.places();
        for (int i = 0; i < kept.size(); i++) {
            places.get(i).setResource(kept.get(i));
        }
    }

    private DerivedCase derive(StoredCase found) {
        ClaimOutcome outcome = derivations.engine().derive(found.session(), found.history());
        return new DerivedCase(found, outcome, answer(outcome));
    }

    /** Derives from the session in the request; stores nothing. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true)
    public Parameters sent(ServletRequestDetails request) {
        OperationInput input = derivations.input(
                request, List.of("session", "coverage", "dryRun", "advise", "history", "historyFrom", "historyTo"));
        SentCase sent = derivations.sent(input);
        return answer(derivations.engine().derive(sent.session(), sent.history()));
    }

    private Parameters answer(ClaimOutcome outcome) {
        return derivations.answer(OutcomeWriter.derivation(outcome, LocalDate.now(clock)));
    }
}
