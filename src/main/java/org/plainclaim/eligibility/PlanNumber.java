package org.plainclaim.eligibility;

/**
 * A number of a member's plan (REF).
 *
 * @param qualifier what kind: {@code 18} plan, {@code 6P} group, {@code IG} policy and others
 * @param value the number
 * @param name what it is called; empty if not said
 */
public record PlanNumber(String qualifier, String value, String name) {
    /** Shows no number of a person. */
    @Override
    public String toString() {
        return "PlanNumber[" + qualifier + "]";
    }
}
