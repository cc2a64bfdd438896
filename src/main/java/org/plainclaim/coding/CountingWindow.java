package org.plainclaim.coding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;

/**
 * The time in which services add up.
 *
 * @param from first day
 * @param to last day
 * @param episode reference of the episode of care that it is limited to; null if it is not
 */
record CountingWindow(LocalDate from, LocalDate to, @Nullable String episode) {
    private static final int WEEK = 7;

    /** An episode of care may have begun long before and last long after. */
    private static final int EPISODE_DAYS = 366;

    /** The window around a service; empty if what fixes it is not documented. */
    static Optional<CountingWindow> of(Row row, SessionDocumentation session, Situation facts, LocalDate date) {
        return switch (row.result("window")) {
            case "day" -> Optional.of(new CountingWindow(date, date, null));
            case "month" -> Optional.of(month(YearMonth.from(date)));
            case "week" -> week(facts.fact(row.result("cycle")).value(), date);
            case "episode" -> Optional.ofNullable(session.episode().value())
                    .map(episode ->
                            new CountingWindow(date.minusDays(EPISODE_DAYS), date.plusDays(EPISODE_DAYS), episode));
            default -> throw new IllegalStateException("no window " + row.result("window"));
        };
    }

    private static CountingWindow month(YearMonth month) {
        return new CountingWindow(month.atDay(1), month.atEndOfMonth(), null);
    }

    /** Seven days in step with the day on which the first cycle of the patient began. */
    private static Optional<CountingWindow> week(@Nullable Object begin, LocalDate date) {
        if (!(begin instanceof LocalDate first)) {
            return Optional.empty();
        }
        LocalDate from = date.minusDays(Math.floorMod(ChronoUnit.DAYS.between(first, date), WEEK));
        return Optional.of(new CountingWindow(from, from.plusDays(WEEK - 1L), null));
    }

    boolean holds(SessionDocumentation session, LocalDate date) {
        boolean inside = !date.isBefore(from) && !date.isAfter(to);
        return inside && (episode == null || session.episode().is(episode));
    }
}
