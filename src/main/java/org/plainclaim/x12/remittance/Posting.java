package org.plainclaim.x12.remittance;

/** What one claim of a remittance means for us. */
public sealed interface Posting permits PostedClaim, UnmatchedClaim {
    /** What the payer said. */
    ClaimPayment answer();
}
