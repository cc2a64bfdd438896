package org.plainclaim.x12.eligibility;

import java.time.LocalTime;

/** Times such as 0930 or 093059. */
final class Times {
    private Times() {}

    /** The time; midnight if it is none, for nothing hangs on the time alone. */
    static LocalTime of(String text) {
        if (!text.matches("[0-9]{4,8}")) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(text.substring(0, 2));
        int minute = Integer.parseInt(text.substring(2, 4));
        return hour > 23 || minute > 59 ? LocalTime.MIDNIGHT : LocalTime.of(hour, minute);
    }
}
