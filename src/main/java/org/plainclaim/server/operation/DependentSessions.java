package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.fhir.BadInput;

/** Finds the other sessions of a patient whose stored claims have to be derived again with one session's. */
final class DependentSessions {
    /** At most so many; in practice it is one or two: those of one window that have a claim. */
    private static final int MOST = 50;

    private final Derivations derivations;
    private final ClaimStore claims;

    DependentSessions(Derivations derivations, ClaimStore claims) {
        this.derivations = derivations;
        this.claims = claims;
    }

    /** Those of them that have stored claims, each read for the coverage that its claims go to. */
    List<StoredCase> of(DerivedCase derived) {
        return of(derived, Set.of());
    }

    /** The same without those that are derived anyhow, by the ids of their encounters. */
    List<StoredCase> of(DerivedCase derived, Set<String> anyhow) {
        List<StoredCase> others = new ArrayList<>();
        derived.dependent().stream()
                .limit(MOST)
                .map(IdType::new)
                .filter(encounter -> !anyhow.contains(encounter.getIdPart()))
                .forEach(encounter -> claims.coverage(encounter.getIdPart())
                        .flatMap(coverage -> read(encounter, coverage))
                        .ifPresent(others::add));
        return others;
    }

    /** A session that can not be read on its own account is left as it is. */
    private Optional<StoredCase> read(IdType encounter, String coverage) {
        try {
            return Optional.of(derivations.readStored(derivations.stored(encounter), coverage));
        } catch (BadInput | ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }
}
