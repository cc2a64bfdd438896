package org.plainclaim.confidentiality;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A written consent, authorization or restriction of a patient.
 *
 * @param reference reference of the Consent
 * @param kinds what it is: {@code part-two} (42 CFR 2.31), {@code self-pay} (45 CFR 164.522(a)(1)(vi))
 * @param status status of the Consent, such as {@code active}
 * @param given the day it was given; null if nobody said
 * @param revoked the day it was taken back; null if it was not
 * @param missing elements of a written consent that are not there, in plain words
 * @param provision what it permits or denies
 */
public record PatientConsent(
        String reference,
        Set<String> kinds,
        String status,
        @Nullable LocalDate given,
        @Nullable LocalDate revoked,
        List<String> missing,
        Provision provision) {
    /** The kind of consent to disclosures of records under 42 CFR Part 2. */
    public static final String PART_TWO = "part-two";

    /** The kind of restriction of a patient who pays and asks that the payer is not told. */
    public static final String SELF_PAY = "self-pay";

    public PatientConsent {
        kinds = Set.copyOf(kinds);
        missing = List.copyOf(missing);
    }

    /** True if it is in force on a day, whatever it says. */
    boolean inForce(LocalDate day) {
        return status.equals("active")
                && (revoked == null || day.isBefore(revoked))
                && (given == null || !day.isBefore(given));
    }
}
