package org.plainclaim.eligibility;

/**
 * For whom and for how long a benefit is.
 *
 * @param level {@code IND}, {@code FAM} and others (EB02); empty if not said
 * @param insuranceType X12 insurance type (EB04), such as {@code HM} or {@code MC}; empty if not said
 * @param plan name of the plan (EB05); empty if not said
 * @param period X12 time period (EB06), such as {@code 23} calendar year, {@code 29} what remains, {@code 27} visit; empty if
 *     not said
 */
public record BenefitExtent(String level, String insuranceType, String plan, String period) {
    /** What remains of a total. */
    public static final String REMAINING = "29";

    /** What was used up in the year so far. */
    public static final String YEAR_TO_DATE = "24";

    /** For anybody and any time. */
    public static final BenefitExtent ANY = new BenefitExtent("", "", "", "");

    /** For one member and a period. */
    public static BenefitExtent individual(String period) {
        return new BenefitExtent("IND", "", "", period);
    }

    /** True if the amount is what is left. */
    public boolean remaining() {
        return period.equals(REMAINING);
    }
}
