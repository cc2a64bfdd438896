package org.plainclaim.rules.browse;

import java.time.LocalDate;

/**
 * The first or the last day of a row.
 *
 * @param starts true for the first day, false for the last
 * @param date the day
 */
public record Change(boolean starts, LocalDate date) {
    public String word() {
        return starts ? "starts" : "ends";
    }
}
