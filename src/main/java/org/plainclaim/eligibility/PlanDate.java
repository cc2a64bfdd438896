package org.plainclaim.eligibility;

import java.time.LocalDate;

/**
 * A day or a time that a payer names.
 *
 * @param qualifier X12 qualifier: {@code 291} plan, {@code 346} and {@code 347} plan begins and ends, {@code 356} and {@code
 *     357} eligibility begins and ends, {@code 307} eligibility
 * @param from first day
 * @param to last day; the same as {@code from} if one day is said
 */
public record PlanDate(String qualifier, LocalDate from, LocalDate to) {
    /** True if it is only a beginning. */
    public boolean begins() {
        return qualifier.equals("346") || qualifier.equals("356");
    }

    /** True if it is only an end. */
    public boolean ends() {
        return qualifier.equals("347") || qualifier.equals("357");
    }

    /** True if it speaks of the time of the plan or of the member's eligibility. */
    public boolean ofPlan() {
        return begins() || ends() || qualifier.equals("291") || qualifier.equals("307");
    }
}
