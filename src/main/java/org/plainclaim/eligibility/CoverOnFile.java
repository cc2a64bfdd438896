package org.plainclaim.eligibility;

import java.time.LocalDate;
import org.plainclaim.submission.Cover;

/**
 * A coverage as the practice registered it.
 *
 * @param reference reference of the Coverage, such as {@code Coverage/7}
 * @param active false if it was cancelled or never confirmed
 * @param cover the coverage
 * @param circumstances what decides its place in the order of payers
 */
public record CoverOnFile(String reference, boolean active, Cover cover, Circumstances circumstances) {
    /** An active coverage of which nothing more is known. */
    public static CoverOnFile of(String reference, Cover cover) {
        return new CoverOnFile(reference, true, cover, Circumstances.UNKNOWN);
    }

    /** True if it is active and its time has the day in it. */
    public boolean covers(LocalDate day) {
        LocalDate from = cover.from();
        LocalDate to = cover.to();
        return active && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
