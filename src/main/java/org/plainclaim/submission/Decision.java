package org.plainclaim.submission;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an earlier payer decided on the whole claim.
 *
 * @param paid dollars it paid
 * @param date day of the remittance
 * @param controlNumber number it gave the claim; empty if none
 */
public record Decision(BigDecimal paid, LocalDate date, String controlNumber) {
    public Decision {
        paid = Money.of(paid);
    }
}
