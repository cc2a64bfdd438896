package org.plainclaim.cli.rules;

import java.time.LocalDate;

/**
 * The first or the last day of a row.
 *
 * @param starts true for the first day, false for the last
 * @param date the day
 */
record Change(boolean starts, LocalDate date) {
    String word() {
        return starts ? "starts" : "ends";
    }
}
