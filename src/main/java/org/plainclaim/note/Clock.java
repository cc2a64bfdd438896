package org.plainclaim.note;

import java.time.LocalTime;

/**
 * A time of day as it is written.
 *
 * @param hour as written
 * @param minute as written
 * @param half which half of the day is said
 * @param form how it is written
 * @param from its first token
 * @param to the token behind it
 */
record Clock(int hour, int minute, Half half, Form form, int from, int to) {
    enum Half {
        MORNING,
        AFTERNOON,
        UNSAID,
        WHOLE_DAY
    }

    enum Form {
        COLON,
        MILITARY,
        SPELLED,
        BARE
    }

    private static final int FIRST_HOUR_OF_PRACTICE = 7;
    private static final int NOON = 12;
    private static final int HALF_DAY = 720;

    Clock with(Half said) {
        return half == Half.UNSAID ? new Clock(hour, minute, said, form, from, to) : this;
    }

    /** A number alone is a time only if something says so. */
    boolean isBare() {
        return form == Form.BARE && half == Half.UNSAID;
    }

    boolean isUnsaid() {
        return half == Half.UNSAID;
    }

    /** True if only one half of the day can be meant: seven and eight without a zero before them may be either. */
    boolean isDecided(Tokens tokens) {
        boolean both = hour == FIRST_HOUR_OF_PRACTICE || hour == FIRST_HOUR_OF_PRACTICE + 1;
        return half != Half.UNSAID || !both || tokens.at(from).word().startsWith("0");
    }

    /** The time alone: where nothing says which half of the day, one between seven in the morning and nine at night. */
    LocalTime alone() {
        return switch (half) {
            case MORNING -> LocalTime.of(hour % NOON, minute);
            case AFTERNOON -> LocalTime.of(hour % NOON + NOON, minute);
            case WHOLE_DAY -> LocalTime.of(hour, minute);
            case UNSAID -> LocalTime.of(hour < FIRST_HOUR_OF_PRACTICE ? hour + NOON : hour, minute);
        };
    }

    /** The time as the next one after a start. */
    LocalTime after(LocalTime start) {
        if (half != Half.UNSAID) {
            return alone();
        }
        LocalTime time = LocalTime.of(hour % NOON, minute);
        int minutes = Math.floorMod(time.toSecondOfDay() / 60 - start.toSecondOfDay() / 60, HALF_DAY);
        return start.plusMinutes(minutes);
    }

    /** The time as the last one before an end. */
    LocalTime before(LocalTime stop) {
        if (half != Half.UNSAID) {
            return alone();
        }
        LocalTime time = LocalTime.of(hour % NOON, minute);
        int minutes = Math.floorMod(stop.toSecondOfDay() / 60 - time.toSecondOfDay() / 60, HALF_DAY);
        return stop.minusMinutes(minutes);
    }
}
