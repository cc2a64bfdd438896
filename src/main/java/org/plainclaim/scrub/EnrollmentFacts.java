package org.plainclaim.scrub;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the clinicians of a claim.
 *
 * @param byNpi by national provider identifier
 */
public record EnrollmentFacts(Map<String, Standing> byNpi) {
    public EnrollmentFacts {
        byNpi = Map.copyOf(byNpi);
    }

    /**
     * How a clinician stands on the dates of service; null is what nobody knows.
     *
     * @param enrolled enrolled with the payer
     * @param licensed the license was in force
     * @param excluded on the list of excluded persons of HHS-OIG or in SAM
     * @param states two letters of the states that the license, or a compact, reaches; null if not known
     */
    public record Standing(
            @Nullable Boolean enrolled,
            @Nullable Boolean licensed,
            @Nullable Boolean excluded,
            @Nullable Set<String> states) {}
}
