package org.plainclaim.scrub;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.AuthorizationsOnFile;

/**
 * What is known around a claim; null is what nobody knows, and what is asked of it is not checked.
 *
 * @param claim reference of the claim, such as {@code Claim/7}
 * @param received the day the payer receives it: today, or the day it was received
 * @param deceased the day the patient died; null if alive or not known
 * @param coverage what the payer answered about the member
 * @param authorizations authorizations of the patient on file
 * @param others the patient's other claims
 * @param record what is documented behind the claim
 * @param privacy what may be disclosed
 * @param enrollment how the clinicians stand
 */
public record ScrubContext(
        String claim,
        LocalDate received,
        @Nullable LocalDate deceased,
        @Nullable CoverageFacts coverage,
        @Nullable AuthorizationsOnFile authorizations,
        OtherClaims others,
        @Nullable RecordFacts record,
        @Nullable PrivacyFacts privacy,
        @Nullable EnrollmentFacts enrollment) {
    public ScrubContext {}

    /** Nothing but the claim is known. */
    public static ScrubContext of(String claim, LocalDate received) {
        return new ScrubContext(claim, received, null, null, null, OtherClaims.UNKNOWN, null, null, null);
    }

    /** The same with the day the patient died. */
    public ScrubContext died(@Nullable LocalDate day) {
        return new ScrubContext(claim, received, day, coverage, authorizations, others, record, privacy, enrollment);
    }

    /** The same with the payer's answer. */
    public ScrubContext with(@Nullable CoverageFacts facts) {
        return new ScrubContext(claim, received, deceased, facts, authorizations, others, record, privacy, enrollment);
    }

    /** The same with authorizations. */
    public ScrubContext authorized(@Nullable AuthorizationsOnFile facts) {
        return new ScrubContext(claim, received, deceased, coverage, facts, others, record, privacy, enrollment);
    }

    /** The same with other claims. */
    public ScrubContext with(OtherClaims facts) {
        return new ScrubContext(
                claim, received, deceased, coverage, authorizations, facts, record, privacy, enrollment);
    }

    /** The same with what is documented. */
    public ScrubContext with(@Nullable RecordFacts facts) {
        return new ScrubContext(
                claim, received, deceased, coverage, authorizations, others, facts, privacy, enrollment);
    }

    /** The same with what may be disclosed. */
    public ScrubContext with(@Nullable PrivacyFacts facts) {
        return new ScrubContext(claim, received, deceased, coverage, authorizations, others, record, facts, enrollment);
    }

    /** The same with how the clinicians stand. */
    public ScrubContext with(@Nullable EnrollmentFacts facts) {
        return new ScrubContext(claim, received, deceased, coverage, authorizations, others, record, privacy, facts);
    }
}
