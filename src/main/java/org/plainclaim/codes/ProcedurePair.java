package org.plainclaim.codes;

/**
 * Two procedures that are not both paid for one provider, patient and day.
 *
 * @param indicator 0: never both; 1: both with a modifier on the second; 9: the edit does not apply
 * @param period dates of service it holds for
 */
public record ProcedurePair(int indicator, EffectivePeriod period) {
    /** Never both. */
    public static final int NEVER = 0;

    /** Both, if the second one has a modifier. */
    public static final int WITH_MODIFIER = 1;

    /** The edit does not apply. */
    public static final int NOT_APPLICABLE = 9;
}
