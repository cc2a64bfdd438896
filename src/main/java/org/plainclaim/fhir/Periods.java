package org.plainclaim.fhir;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Fact;

/** Days of a FHIR Period: both ends belong to it, a missing end is open. */
final class Periods {
    private Periods() {}

    static Fact<LocalDate> from(Element period) {
        return period.child("start").fact(Moment::firstDay);
    }

    static Fact<LocalDate> to(Element period) {
        return period.child("end").fact(Moment::lastDay);
    }

    /** True if the period has that day in it; without a day, nothing speaks against it. */
    static boolean covers(Element period, @Nullable LocalDate day) {
        return day == null
                || (!from(period).orElse(LocalDate.MIN).isAfter(day)
                        && !to(period).orElse(LocalDate.MAX).isBefore(day));
    }
}
