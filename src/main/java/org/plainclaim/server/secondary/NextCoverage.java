package org.plainclaim.server.secondary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import org.plainclaim.server.submission.GatheredClaim;

/** Which coverage of a patient comes after the one that a claim went to. */
final class NextCoverage {
    private final GatheredClaim claim;

    NextCoverage(GatheredClaim claim) {
        this.claim = claim;
    }

    /** Its place in the order of payers; empty if the one that decided was the last. */
    OptionalInt order(int decided) {
        return claim.submission().others().stream()
                .mapToInt(other -> other.cover().order())
                .filter(order -> order > decided)
                .min();
    }

    /** The coverage in a place; empty if neither the coverages nor the claim say which one that is. */
    Optional<String> at(int order) {
        for (JsonNode entry : claim.bundle().path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals("Coverage")
                    && resource.path("status").asText().equals("active")
                    && place(resource) == order) {
                return Optional.of("Coverage/" + resource.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private int place(JsonNode coverage) {
        if (coverage.has("order")) {
            return coverage.get("order").asInt();
        }
        String reference = "Coverage/" + coverage.path("id").asText();
        for (JsonNode insurance : claim.claim().path("insurance")) {
            if (insurance.at("/coverage/reference").asText().endsWith(reference)) {
                return insurance.path("sequence").asInt();
            }
        }
        return 0;
    }
}
