package org.plainclaim.server.scrub;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.AuthorizationsOnFile;
import org.plainclaim.scrub.CoverageFacts;
import org.plainclaim.scrub.EnrollmentFacts;
import org.plainclaim.scrub.PrivacyFacts;
import org.plainclaim.server.submission.GatheredClaim;

/**
 * Who is asked about a claim; an answer of null means that it is not known, and then nothing is concluded.
 *
 * @param coverage what the payer last answered about the member
 * @param authorizations what is on file of the patient
 * @param privacy what may be disclosed
 * @param enrollment how the clinicians stand
 * @param completeSince first day of which the store has every claim of the practice; null if that is not known
 */
public record KnownAround(
        Function<GatheredClaim, @Nullable CoverageFacts> coverage,
        Function<GatheredClaim, @Nullable AuthorizationsOnFile> authorizations,
        Function<GatheredClaim, @Nullable PrivacyFacts> privacy,
        Function<GatheredClaim, @Nullable EnrollmentFacts> enrollment,
        @Nullable LocalDate completeSince) {
    /** Nobody can be asked. */
    public static KnownAround nobody(@Nullable LocalDate completeSince) {
        return new KnownAround(claim -> null, claim -> null, claim -> null, claim -> null, completeSince);
    }

    /** The same with somebody who knows what the payer answered. */
    public KnownAround coverage(Function<GatheredClaim, @Nullable CoverageFacts> who) {
        return new KnownAround(who, authorizations, privacy, enrollment, completeSince);
    }

    /** The same with somebody who knows what may be told. */
    public KnownAround privacy(Function<GatheredClaim, @Nullable PrivacyFacts> who) {
        return new KnownAround(coverage, authorizations, who, enrollment, completeSince);
    }

    /** The same with somebody who knows the authorizations. */
    public KnownAround authorizations(Function<GatheredClaim, @Nullable AuthorizationsOnFile> who) {
        return new KnownAround(coverage, who, privacy, enrollment, completeSince);
    }
}
