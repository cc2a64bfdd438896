package org.plainclaim.server.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates and times of FHIR as people of the practice read them; what is no date is shown as it is. */
final class Moments {
    private static final int DAY = 10;

    private Moments() {}

    static String day(Object value, ZoneId zone, Locale locale) {
        return format(value, zone, DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", locale));
    }

    static String shortDay(Object value, ZoneId zone, Locale locale) {
        return format(value, zone, DateTimeFormatter.ofPattern("MMM d, yyyy", locale));
    }

    static String time(Object value, ZoneId zone, Locale locale) {
        return zoned(value, zone)
                .map(moment -> DateTimeFormatter.ofPattern("h:mm a", locale).format(moment))
                .orElse("");
    }

    /** As a field of a form wants it. */
    static String clock(Object value, ZoneId zone) {
        return zoned(value, zone)
                .map(moment -> DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment))
                .orElse("");
    }

    static String moment(Object value, ZoneId zone, Locale locale) {
        return zoned(value, zone)
                .map(moment -> DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a", locale)
                        .format(moment))
                .orElseGet(() -> shortDay(value, zone, locale));
    }

    private static String format(Object value, ZoneId zone, DateTimeFormatter format) {
        String text = value.toString();
        try {
            return text.length() == DAY
                    ? format.format(LocalDate.parse(text))
                    : zoned(value, zone).map(format::format).orElse(text);
        } catch (DateTimeException noDate) {
            return text;
        }
    }

    private static Optional<ZonedDateTime> zoned(Object value, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(value.toString()).atZoneSameInstant(zone));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
