package org.plainclaim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.IdType;
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
    boolean isOneOf(JsonNode claim, Predicate<String> atHand) {
        if (!derivedHere(claim)) {
            return false;
        }
        String encounter = "";
        for (JsonNode item : claim.path("item")) {
            encounter = encounter.isEmpty() && item.path("encounter").has(0)
                    ? plain(item.path("encounter").get(0))
                    : encounter;
        }
        found.add(new DerivedFrom(encounter, evidence(claim)));
        return atHand.test(encounter);
    }

    private static boolean derivedHere(JsonNode claim) {
        for (JsonNode identifier : claim.path("identifier")) {
            if (identifier.path("system").asText().equals(ClaimWriter.DERIVATION)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> evidence(JsonNode claim) {
        Set<String> evidence = new HashSet<>();
        for (JsonNode information : claim.path("supportingInfo")) {
            if (information.has("valueReference")) {
                evidence.add(plain(information.get("valueReference")));
            }
        }
        return evidence;
    }

    private static String plain(JsonNode reference) {
        return String.valueOf(new IdType(reference.path("reference").asText())
                .toUnqualifiedVersionless()
                .getValue());
    }
}
