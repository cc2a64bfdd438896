package org.plainclaim.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.server.store.StoreView;
import org.plainclaim.submission.Submission;

/**
 * A claim with everything that was read to send it.
 *
 * @param claim the Claim
 * @param submission the claim as it goes to the payer; what is missing is empty
 * @param problems what could not be read, has no price or does not add up
 * @param versions versioned reference of each stored resource that was read, by its plain reference; empty for a claim that
 *     was sent along
 * @param bundle a collection of all these resources; nobody changes them
 * @param view the store as it was read from; null for a claim that was sent along
 */
public record GatheredClaim(
        JsonNode claim,
        Submission submission,
        List<InputProblem> problems,
        Map<String, String> versions,
        JsonNode bundle,
        @Nullable StoreView view) {
    public GatheredClaim {
        problems = List.copyOf(problems);
        versions = Map.copyOf(versions);
    }

    /** The same as it was read from a view; null for none. */
    GatheredClaim over(@Nullable StoreView other) {
        return new GatheredClaim(claim, submission, problems, versions, bundle, other);
    }

    /** The same with another submission. */
    public GatheredClaim with(Submission changed) {
        return new GatheredClaim(claim, changed, problems, versions, bundle, view);
    }
}
