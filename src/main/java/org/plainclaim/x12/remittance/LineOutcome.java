package org.plainclaim.x12.remittance;

/** What an answer comes to for one line. */
public enum LineOutcome {
    /** Adjudicated without a denial; the payment may be nothing, as when all of it is deductible. */
    PAID,
    /** A part was paid and a part denied. */
    PARTLY_DENIED,
    /** Denied: never to be written off without a person. */
    DENIED,
    /** An earlier payment is taken back; all amounts have the opposite sign. */
    REVERSED,
    /** Sent on to another payer without adjudication. */
    FORWARDED,
    /** Not finished, or only what would be paid: nothing is posted. */
    PENDING;

    /** True if the amounts belong into the books; a reversal does, with its opposite signs. */
    public boolean posts() {
        return this != FORWARDED && this != PENDING;
    }
}
