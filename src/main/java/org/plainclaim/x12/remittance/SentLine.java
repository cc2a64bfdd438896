package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Numbers;
import org.plainclaim.submission.Procedure;

/**
 * A line of a claim as we sent it.
 *
 * @param control number we gave the line (REF*6R)
 * @param procedure code and modifiers
 * @param from first date of service
 * @param to last date of service
 * @param charge dollars
 * @param units units of service
 */
public record SentLine(
        String control, Procedure procedure, LocalDate from, LocalDate to, BigDecimal charge, BigDecimal units) {
    public SentLine {
        charge = Money.of(charge);
        units = Numbers.plain(units);
    }
}
