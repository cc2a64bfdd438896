package org.plainclaim.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Submission;

/** Until when a payer takes a claim. */
@FunctionalInterface
public interface FilingClock {
    /** A mistyped year is no date to count from. */
    int FIRST_YEAR = 1900;

    int LAST_YEAR = 2999;

    /**
     * The last day on which a claim may arrive; null if the limit of the payer is not known.
     *
     * @param payer rule book of the payer, such as {@code medicare}
     * @param served last date of service
     */
    @Nullable
    LocalDate lastDay(String payer, LocalDate served);

    /** The last day on which a claim may arrive; null if the limit of the payer or the date of service is not known. */
    default @Nullable LocalDate lastDay(Submission claim) {
        LocalDate served = claim.served();
        boolean plain = served != null && served.getYear() >= FIRST_YEAR && served.getYear() <= LAST_YEAR;
        return served == null || !plain ? null : lastDay(claim.cover().payer().book(), served);
    }
}
