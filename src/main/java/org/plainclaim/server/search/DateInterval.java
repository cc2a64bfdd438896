package org.plainclaim.server.search;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * The stretch of time that a FHIR date of any precision covers; both ends belong to it.
 *
 * @param from the first millisecond
 * @param to the last millisecond
 * @param firstDay the first day as written, whatever its zone
 * @param lastDay the last day as written
 * @param wholeDays whether the precision is a day or coarser
 */
record DateInterval(Instant from, Instant to, LocalDate firstDay, LocalDate lastDay, boolean wholeDays) {
    private static final Pattern ZONED = Pattern.compile(".*T.*(Z|[+-][0-9]{2}:[0-9]{2})");

    /**
     * Reads a FHIR date, dateTime or instant.
     *
     * @param zone where a day begins if the text does not say
     * @throws DateTimeException if it is none
     */
    static DateInterval of(String text, ZoneId zone) {
        return switch (text.length()) {
            case 4 -> days(
                    Year.parse(text).atDay(1), Year.parse(text).atMonth(12).atEndOfMonth(), zone);
            case 7 -> days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth(), zone);
            case 10 -> days(LocalDate.parse(text), LocalDate.parse(text), zone);
            default -> time(text, zone);
        };
    }

    /** The same stretch, longer at both ends by a tenth of its distance from now, as R4 suggests for {@code ap}. */
    DateInterval approximately(Instant now) {
        Duration distance = Duration.between(from, now).abs().dividedBy(10);
        Instant earlier = from.minus(distance);
        Instant later = to.plus(distance);
        long days = distance.toDays();
        return new DateInterval(earlier, later, firstDay.minusDays(days), lastDay.plusDays(days), wholeDays);
    }

    static int ordinal(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static DateInterval days(LocalDate first, LocalDate last, ZoneId zone) {
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        return new DateInterval(from, to, first, last, true);
    }

    private static DateInterval time(String text, ZoneId zone) {
        OffsetDateTime start = ZONED.matcher(text).matches()
                ? OffsetDateTime.parse(text)
                : LocalDateTime.parse(text).atZone(zone).toOffsetDateTime();
        boolean minutes = text.indexOf('T') + 6 == endOfClock(text);
        ChronoUnit unit = minutes ? ChronoUnit.MINUTES : text.contains(".") ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
        Instant from = start.toInstant().truncatedTo(ChronoUnit.MILLIS);
        Instant to = from.plus(1, unit).minusMillis(1);
        return new DateInterval(from, to, start.toLocalDate(), start.toLocalDate(), false);
    }

    private static int endOfClock(String text) {
        for (int i = text.indexOf('T') + 1; i < text.length(); i++) {
            if ("Z+-".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
