package org.plainclaim.scrub;

import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Finding;

/**
 * What is known of what may be disclosed.
 *
 * @param partTwo the record is one of a 42 CFR Part 2 program
 * @param consent an active consent covers this payer, the dates and payment; null if nobody looked
 * @param selfPay the patient pays and asked that the payer is not told
 * @param psychotherapyNotes something of a psychotherapy note is on the claim; null if nobody looked
 * @param decision what decided on the consent; null if there is no more to say
 */
public record PrivacyFacts(
        boolean partTwo,
        @Nullable Boolean consent,
        boolean selfPay,
        @Nullable Boolean psychotherapyNotes,
        @Nullable Finding decision) {
    /** Facts without the decision behind them. */
    public PrivacyFacts(
            boolean partTwo, @Nullable Boolean consent, boolean selfPay, @Nullable Boolean psychotherapyNotes) {
        this(partTwo, consent, selfPay, psychotherapyNotes, null);
    }
}
