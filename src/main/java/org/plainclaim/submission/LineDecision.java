package org.plainclaim.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an earlier payer decided on one line.
 *
 * @param payerId id of the payer, as in its {@link Cover}
 * @param procedure what it was decided as
 * @param paid dollars paid
 * @param units units paid
 * @param adjustments why less than the charge was paid; charge less paid is their sum
 * @param date day of the remittance
 */
public record LineDecision(
        String payerId,
        Procedure procedure,
        BigDecimal paid,
        BigDecimal units,
        List<Adjustment> adjustments,
        LocalDate date) {
    public LineDecision {
        paid = Money.of(paid);
        units = Numbers.plain(units);
        adjustments = List.copyOf(adjustments);
    }
}
