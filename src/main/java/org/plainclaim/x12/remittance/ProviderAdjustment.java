package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.plainclaim.submission.Money;

/**
 * Money that a payer keeps or adds beside the claims (PLB).
 *
 * @param provider NPI of the provider
 * @param fiscalYearEnd end of the provider's fiscal year, as the segment wants it
 * @param reason such as WO (overpayment recovery), FB (balance forward), L6 (interest), CS
 * @param reference number of the claim or account meant; empty if none
 * @param amount what it takes off the payment; negative if it adds, as interest does
 */
public record ProviderAdjustment(
        String provider, LocalDate fiscalYearEnd, String reason, String reference, BigDecimal amount) {
    public ProviderAdjustment {
        amount = Money.of(amount);
    }
}
