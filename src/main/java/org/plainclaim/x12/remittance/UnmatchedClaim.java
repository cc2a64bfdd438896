package org.plainclaim.x12.remittance;

/**
 * An answer for which no claim of ours, or more than one, was found: its money waits for a person.
 *
 * @param answer what the payer said
 * @param why whether none or several claims fit
 */
public record UnmatchedClaim(ClaimPayment answer, Why why) implements Posting {
    /** Why it could not be matched. */
    public enum Why {
        /** We sent no such claim. */
        UNKNOWN,
        /** Several claims fit. */
        AMBIGUOUS
    }
}
