package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.plainclaim.advice.Advisor;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.fhir.AdviceWriter;
import org.plainclaim.fhir.OutcomeWriter;
import org.plainclaim.server.operation.Derivations.SentCase;

/** Derives the explained claims of a session; of a stored one it also stores them. */
public final class DeriveClaimOperation {
    private static final String NAME = "$derive-claim";
    private final Derivations derivations;
    private final ClaimStore claims;
    private final HeldSessions held;
    private final Clock clock;

    public DeriveClaimOperation(Derivations derivations, ClaimStore claims, HeldSessions held, Clock clock) {
        this.derivations = derivations;
        this.claims = claims;
        this.held = held;
        this.clock = clock;
    }

    /** Derives from a stored session, and stores Claim and Provenance unless it is a dry run. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true)
    public Parameters stored(@IdParam IdType encounter, ServletRequestDetails request) {
        OperationInput input = derivations.input(request, List.of("coverage", "dryRun", "advise"));
        StoredSession stored = derivations.stored(encounter);
        ExpectedVersion.check(request, encounter.getIdPart(), stored);
        StoredCase found = derivations.read(stored, input.coverage());
        ClaimDerivation engine = derivations.engine();
        DerivedCase derived = derive(found, engine);
        if (!input.dryRun()) {
            keep(derived, engine);
        }
        if (input.advise()) {
            advise(engine, derived.answer(), derived.outcome(), found.history());
        }
        return derived.answer();
    }

    /** Stores the claims together with those of other sessions that hang on them, and what people have to do. */
    private void keep(DerivedCase derived, ClaimDerivation engine) {
        List<DerivedCase> all = new ArrayList<>();
        all.add(derived);
        new DependentSessions(derivations, claims).of(derived).forEach(other -> all.add(derive(other, engine)));
        List<ClaimStore.Derived> sessions =
                all.stream().map(DerivedCase::derived).toList();
        List<ClaimOutcome> outcomes = all.stream()
                .map(DerivedCase::outcome)
                .sorted(Comparator.comparing(outcome -> outcome.session().encounter()))
                .toList();
        List<Claim> kept =
                claims.keep(sessions, () -> outcomes.forEach(held::keep)).get(0);
        List<ParametersParameterComponent> places = derived.places();
        for (int i = 0; i < kept.size(); i++) {
            places.get(i).setResource(kept.get(i));
        }
    }

    private DerivedCase derive(StoredCase found, ClaimDerivation engine) {
        ClaimOutcome outcome = engine.derive(found.session(), found.history());
        return new DerivedCase(found, outcome, answer(outcome));
    }

    /** Derives from the session in the request; stores nothing. */
    @Operation(name = NAME, typeName = "Encounter", manualRequest = true)
    public Parameters sent(ServletRequestDetails request) {
        OperationInput input = derivations.input(
                request, List.of("session", "coverage", "dryRun", "advise", "history", "historyFrom", "historyTo"));
        SentCase sent = derivations.sent(input);
        ClaimDerivation engine = derivations.engine();
        ClaimOutcome outcome = engine.derive(sent.session(), sent.history());
        Parameters answer = answer(outcome);
        if (input.advise()) {
            advise(engine, answer, outcome, sent.history());
        }
        return answer;
    }

    private void advise(ClaimDerivation engine, Parameters answer, ClaimOutcome outcome, PatientHistory history) {
        ObjectNode advice = JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
        AdviceWriter.add(advice, Advisor.advise(engine, outcome, history));
        derivations.answer(advice).getParameter().forEach(answer::addParameter);
    }

    private Parameters answer(ClaimOutcome outcome) {
        return derivations.answer(OutcomeWriter.derivation(outcome, LocalDate.now(clock)));
    }
}
