package org.plainclaim.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Until when a payer takes a claim. */
@FunctionalInterface
public interface FilingClock {
    /**
     * The last day on which a claim may arrive; null if the limit of the payer is not known.
     *
     * @param payer rule book of the payer, such as {@code medicare}
     * @param served last date of service
     */
    @Nullable
    LocalDate lastDay(String payer, LocalDate served);
}
