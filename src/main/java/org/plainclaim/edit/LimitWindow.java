package org.plainclaim.edit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.PatientHistory;

/**
 * The time in which a limit counts, up to the date of service.
 *
 * <p>Written {@code day}, {@code 28-days} (the date and the 27 before it), {@code 12-months}, {@code month} (of the
 * calendar), {@code year} (of the calendar), {@code 11-full-months} (that many whole calendar months must lie between)
 * or {@code episode}.
 *
 * @param from first day that counts; null for an episode, however long it is
 */
record LimitWindow(@Nullable LocalDate from) {

    static LimitWindow of(String text, LocalDate date) {
        if (text.equals("episode")) {
            return new LimitWindow(null);
        }
        if (text.endsWith("-full-months")) {
            return new LimitWindow(date.minusMonths(number(text)).withDayOfMonth(1));
        }
        if (text.endsWith("-months")) {
            return new LimitWindow(date.minusMonths(number(text)).plusDays(1));
        }
        if (text.endsWith("-days")) {
            return new LimitWindow(date.minusDays(number(text) - 1L));
        }
        return switch (text) {
            case "day" -> new LimitWindow(date);
            case "month" -> new LimitWindow(date.withDayOfMonth(1));
            case "year" -> new LimitWindow(date.withDayOfYear(1));
            default -> throw new IllegalStateException("no window " + text);
        };
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(0, text.indexOf('-')));
    }

    boolean holds(KnownLine other, KnownLine line) {
        if (other.date().isAfter(line.date())) {
            return false;
        }
        LocalDate first = from;
        return first == null
                ? line.episode() != null && line.episode().equals(other.episode())
                : !other.date().isBefore(first);
    }

    /** True if everything in the window was looked at. */
    boolean known(PatientHistory history, KnownLine line) {
        LocalDate first = from;
        return first == null ? line.episode() != null && history.from() != null : history.covers(first, line.date());
    }
}
