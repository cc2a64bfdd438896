package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.plainclaim.submission.Money;

/**
 * The money that came, or did not (BPR and TRN).
 *
 * @param handling I for remittance only, H for notification, C, D, P, U or X
 * @param amount the sum paid in this transaction, never negative
 * @param method ACH, CHK, FWT, BOP, or NON if no money moved
 * @param date when it was paid
 * @param trace number of the check or of the transfer
 * @param originator number of who paid, as in TRN03
 */
public record Payment(
        String handling, BigDecimal amount, String method, LocalDate date, String trace, String originator) {
    public Payment {
        amount = Money.of(amount);
    }
}
