package org.plainclaim.codes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of service that a code or a rule holds for, both ends included.
 *
 * @param from first date; null if it always held
 * @param to last date; null if it still holds
 */
public record EffectivePeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
    public EffectivePeriod {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a period that ends before it starts: " + from + ".." + to);
        }
    }

    public boolean contains(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    public boolean overlaps(EffectivePeriod other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(EffectivePeriod other) {
        return from == null || other.to == null || !from.isAfter(other.to);
    }
}
