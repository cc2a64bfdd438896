package org.plainclaim.fhir;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times in the one form that nearly all have, read without a formatter: a tenth of the reading of a session went into that.
 * Every other text is left to {@code java.time}, and so is the decision whether a month has such a day.
 */
final class IsoText {
    private static final int DAY = 10;
    private static final int SECOND = 19;
    private static final int OFFSET = 6;
    private static final String DATE_FORM = "0000-00-00";
    private static final String TIME_FORM = "0000-00-00T00:00:00";

    private IsoText() {}

    /**
     * A day, as {@code 2026-03-03}.
     *
     * @throws java.time.DateTimeException if the text is none
     */
    static LocalDate day(String text) {
        return text.length() == DAY && has(text, DATE_FORM) ? dayAt(text) : LocalDate.parse(text);
    }

    /**
     * A time with its offset, as {@code 2026-03-03T10:00:00-05:00}.
     *
     * @throws java.time.DateTimeException if the text is none
     */
    static OffsetDateTime instant(String text) {
        ZoneOffset offset = text.length() > SECOND && has(text, TIME_FORM) ? offset(text) : null;
        return offset == null
                ? OffsetDateTime.parse(text)
                : OffsetDateTime.of(
                        dayAt(text),
                        LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, SECOND)),
                        offset);
    }

    private static LocalDate dayAt(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DAY));
    }

    /** The offset behind the seconds; null if it is not plain, or if parts of a second stand before it. */
    private static @Nullable ZoneOffset offset(String text) {
        char sign = text.charAt(SECOND);
        if (sign == 'Z' && text.length() == SECOND + 1) {
            return ZoneOffset.UTC;
        }
        if ((sign != '+' && sign != '-')
                || text.length() != SECOND + OFFSET
                || !digits(text, SECOND + 1, SECOND + 3)
                || text.charAt(SECOND + 3) != ':'
                || !digits(text, SECOND + 4, SECOND + OFFSET)) {
            return null;
        }
        int factor = sign == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                factor * number(text, SECOND + 1, SECOND + 3), factor * number(text, SECOND + 4, SECOND + OFFSET));
    }

    private static boolean has(String text, String form) {
        for (int i = 0; i < form.length(); i++) {
            char wanted = form.charAt(i);
            char there = text.charAt(i);
            if (wanted == '0' ? there < '0' || there > '9' : there != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
