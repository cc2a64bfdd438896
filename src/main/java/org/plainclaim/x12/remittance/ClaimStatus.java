package org.plainclaim.x12.remittance;

/** What a payer did with a claim (CLP02). */
public enum ClaimStatus {
    /** Processed as the first payer. */
    PRIMARY("1", false),
    /** Processed as the second payer. */
    SECONDARY("2", false),
    /** Processed as the third payer. */
    TERTIARY("3", false),
    /** Denied: nothing was paid. */
    DENIED("4", false),
    /** Processed as the first payer and sent on to the next one. */
    PRIMARY_FORWARDED("19", true),
    /** Processed as the second payer and sent on. */
    SECONDARY_FORWARDED("20", true),
    /** Processed as the third payer and sent on. */
    TERTIARY_FORWARDED("21", true),
    /** An earlier payment is taken back. */
    REVERSAL("22", false),
    /** Not a claim of this payer; sent on to another one. */
    NOT_OURS_FORWARDED("23", true),
    /** What would be paid; nothing was. */
    PREDETERMINATION("25", false),
    /** A status that this version does not know, such as one of a pended claim: a person has to look. */
    OTHER("", false);

    private final String code;
    private final boolean forwarded;

    ClaimStatus(String code, boolean forwarded) {
        this.code = code;
        this.forwarded = forwarded;
    }

    static ClaimStatus of(String code) {
        for (ClaimStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        return OTHER;
    }

    /** True if the payer sent the claim on to another payer. */
    public boolean forwarded() {
        return forwarded;
    }

    /** True if the amounts are those of a finished adjudication. */
    public boolean adjudicated() {
        return this != OTHER && this != PREDETERMINATION && this != NOT_OURS_FORWARDED;
    }
}
