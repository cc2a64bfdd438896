package org.plainclaim.rules.browse;

import java.time.LocalDate;
import org.plainclaim.codes.EffectivePeriod;

/** An effective period in words. */
public final class PeriodText {
    private PeriodText() {}

    public static String of(EffectivePeriod period) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (from == null) {
            return to == null ? "always" : "until " + to;
        }
        return to == null ? "since " + from : from + " to " + to;
    }
}
