package org.plainclaim.scrub;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the payer answered when it was asked about the member; null is what it did not say.
 *
 * @param found the member was found
 * @param active the coverage was active on the dates of service
 * @param covered the plan covers the service
 * @param mismatches what differs between claim and answer, such as {@code name} or {@code birth date}
 * @param carveOut payer that behavioral health was carved out to; empty if none
 * @param managedCare the member is in a managed-care plan that has to be billed instead
 * @param otherPayerFirst another payer is primary
 * @param authorization an authorization is required
 * @param referral a referral is required
 * @param network the rendering provider is in the network
 * @param visitsLeft visits left in the benefit period
 * @param excluded the stay is excluded: in custody, in hospice, or in an institution for mental diseases
 * @param noBalance the patient may not be billed for what Medicare leaves open
 */
public record CoverageFacts(
        boolean found,
        @Nullable Boolean active,
        @Nullable Boolean covered,
        @Nullable List<String> mismatches,
        String carveOut,
        @Nullable Boolean managedCare,
        @Nullable Boolean otherPayerFirst,
        @Nullable Boolean authorization,
        @Nullable Boolean referral,
        @Nullable Boolean network,
        @Nullable Integer visitsLeft,
        @Nullable Boolean excluded,
        @Nullable Boolean noBalance) {
    public CoverageFacts {
        mismatches = mismatches == null ? null : List.copyOf(mismatches);
    }

    /** An answer that the member is active, and nothing else. */
    public static final CoverageFacts ACTIVE =
            new CoverageFacts(true, true, null, List.of(), "", null, null, null, null, null, null, null, null);

    /** An answer that there is no such member, and nothing else. */
    public static final CoverageFacts STRANGER =
            new CoverageFacts(false, null, null, null, "", null, null, null, null, null, null, null, null);
}
