package org.plainclaim.eligibility;

import java.util.List;

/**
 * What else a payer says with a benefit.
 *
 * @param dates from when to when it holds
 * @param numbers numbers that somebody knows it by (REF)
 * @param messages free text (MSG)
 * @param contacts who else has to do with it (loop 2120)
 */
public record BenefitRemarks(
        List<PlanDate> dates, List<PlanNumber> numbers, List<String> messages, List<BenefitContact> contacts) {
    /** Nothing more. */
    public static final BenefitRemarks NONE = new BenefitRemarks(List.of(), List.of(), List.of(), List.of());

    public BenefitRemarks {
        dates = List.copyOf(dates);
        numbers = List.copyOf(numbers);
        messages = List.copyOf(messages);
        contacts = List.copyOf(contacts);
    }

    /** Who else has to do with it, and nothing more. */
    public static BenefitRemarks of(BenefitContact contact) {
        return new BenefitRemarks(List.of(), List.of(), List.of(), List.of(contact));
    }

    /** A text and nothing more. */
    public static BenefitRemarks saying(String message) {
        return new BenefitRemarks(List.of(), List.of(), List.of(message), List.of());
    }
}
