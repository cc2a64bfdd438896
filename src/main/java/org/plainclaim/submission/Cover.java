package org.plainclaim.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One coverage of the patient and its place in the order of payers.
 *
 * @param order 1 for the primary payer, 2 for the secondary, and so on
 * @param payer who pays
 * @param filing claim filing indicator, such as {@code MB}, {@code MC}, {@code CI}, {@code CH}
 * @param relationship of the patient to the subscriber: {@code 18} self, {@code 01} spouse, {@code 19} child, {@code G8} other
 * @param memberId number of the member at the payer
 * @param group group or policy number; empty if none
 * @param plan name of the plan or group; empty if none
 * @param subscriber who holds the coverage; the patient if {@code relationship} is {@code 18}
 * @param from first day covered; null if not known
 * @param to last day covered; null if open
 * @param insuranceType why Medicare is not the primary payer (SBR05), such as {@code 12} or {@code 43}; else empty
 */
public record Cover(
        int order,
        Payer payer,
        String filing,
        String relationship,
        String memberId,
        String group,
        String plan,
        Person subscriber,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String insuranceType) {
    /** The code of a patient who is the subscriber. */
    public static final String SELF = "18";

    /** A coverage of which nothing has to be said about Medicare. */
    public Cover(
            int order,
            Payer payer,
            String filing,
            String relationship,
            String memberId,
            String group,
            String plan,
            Person subscriber,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        this(order, payer, filing, relationship, memberId, group, plan, subscriber, from, to, "");
    }

    /** True if the patient holds the coverage. */
    public boolean ofPatient() {
        return relationship.equals(SELF);
    }

    /** Names no member, so that it can stand in a log. */
    @Override
    public String toString() {
        return "Cover[order=" + order + ", payer=" + payer.id() + "]";
    }
}
