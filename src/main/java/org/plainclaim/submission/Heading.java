package org.plainclaim.submission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a claim says of itself.
 *
 * @param id CLM01: at most 20 characters that say nothing of the patient, the diagnosis or the program
 * @param form professional or institutional
 * @param frequency what it is to an earlier claim
 * @param originalNumber number that the payer gave the earlier claim; empty unless it is replaced or voided
 * @param placeOfService two digits, of the claim as a whole; empty on an institutional claim
 * @param total charge of the claim as stated; null if it is not stated
 * @param authorization prior authorization number; empty if none
 * @param referral referral number; empty if none
 * @param clia CLIA number of the laboratory; empty if none
 * @param signatures the indicators about signature, assignment and release
 * @param note short note without clinical content, at most 80 characters; empty if none
 */
public record Heading(
        String id,
        Form form,
        Frequency frequency,
        String originalNumber,
        String placeOfService,
        @Nullable BigDecimal total,
        String authorization,
        String referral,
        String clia,
        Signatures signatures,
        String note) {
    public Heading {
        total = total == null ? null : Money.of(total);
    }

    /** The same with other free text. */
    Heading noting(String text) {
        return new Heading(
                id,
                form,
                frequency,
                originalNumber,
                placeOfService,
                total,
                authorization,
                referral,
                clia,
                signatures,
                text);
    }

    /** The same with another total. */
    Heading withTotal(BigDecimal other) {
        return new Heading(
                id,
                form,
                frequency,
                originalNumber,
                placeOfService,
                other,
                authorization,
                referral,
                clia,
                signatures,
                note);
    }
}
