package org.plainclaim.confidentiality;

import java.time.LocalDate;
import java.util.Set;

/**
 * Something that is about to be told to somebody outside.
 *
 * @param content reference of what is told, such as {@code Claim/7}
 * @param labels its labels
 * @param recipients who receives it, by every name: references, payer ids, and the class they belong to
 * @param purpose why, as a code of PurposeOfUse, such as {@code HPAYMT}
 * @param day the day on which it leaves
 * @param from first day of the care it is about
 * @param to last day of the care it is about
 */
public record Disclosure(
        String content,
        Labels labels,
        Set<String> recipients,
        String purpose,
        LocalDate day,
        LocalDate from,
        LocalDate to) {
    /** The class of recipients who pay. */
    public static final String PAYER = "payer";

    /** The class of recipients who treat. */
    public static final String PROVIDER = "provider";

    public Disclosure {
        recipients = Set.copyOf(recipients);
    }
}
