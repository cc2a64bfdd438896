package org.plainclaim.server.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.plainclaim.fhir.ClaimWriter;
import org.plainclaim.server.operation.StoredHistory.DerivedFrom;

/** Tells the claims that were derived here from a session at hand from all others. */
final class DerivedClaims {
    private final List<DerivedFrom> found = new ArrayList<>();

    /** Those seen so far. */
    List<DerivedFrom> found() {
        return found;
    }

    /** Remembers a derived claim; true if the session it was derived from is at hand, which says the same and as it is now. */
    boolean isOneOf(Claim claim, Predicate<String> atHand) {
        if (claim.getIdentifier().stream()
                .noneMatch(identifier -> ClaimWriter.DERIVATION.equals(identifier.getSystem()))) {
            return false;
        }
        String encounter = claim.getItem().stream()
                .flatMap(item -> item.getEncounter().stream())
                .map(DerivedClaims::plain)
                .findFirst()
                .orElse("");
        found.add(new DerivedFrom(encounter, evidence(claim)));
        return atHand.test(encounter);
    }

    private static Set<String> evidence(Claim claim) {
        Set<String> evidence = new HashSet<>();
        claim.getSupportingInfo().stream()
                .filter(information -> information.getValue() instanceof Reference)
                .forEach(information -> evidence.add(plain((Reference) information.getValue())));
        return evidence;
    }

    private static String plain(Reference reference) {
        return new IdType(reference.getReference()).toUnqualifiedVersionless().getValue();
    }
}
