package org.plainclaim.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a practice charges for one unit of a service.
 *
 * @param code procedure code
 * @param modifiers modifiers that the line must have; empty for a line with any
 * @param biller NPI of the practice; empty if it holds for all
 * @param amount dollars
 * @param from first date of service; null if open
 * @param to last date of service; null if open
 */
public record Price(
        String code,
        List<String> modifiers,
        String biller,
        BigDecimal amount,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public Price {
        modifiers = List.copyOf(modifiers);
        amount = Money.of(amount);
    }

    boolean holds(Procedure procedure, LocalDate date, String billedBy) {
        return code.equals(procedure.code())
                && procedure.modifiers().containsAll(modifiers)
                && (biller.isEmpty() || biller.equals(billedBy))
                && !(from != null && date.isBefore(from))
                && !(to != null && date.isAfter(to));
    }

    /** One that names the practice comes before one that does not, then the one with more modifiers. */
    int exactness() {
        return (biller.isEmpty() ? 0 : 100) + modifiers.size();
    }
}
