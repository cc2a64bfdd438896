package org.plainclaim.server.desk.day;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.plainclaim.server.desk.page.Visit;

/** Days as they begin and end where the practice is. */
final class Days {
    private Days() {}

    /** The moment at which a day begins, as a search wants it. */
    static String start(LocalDate day, Visit visit) {
        return day.atStartOfDay(visit.clock().getZone()).toInstant().toString();
    }

    /** The moment before a day begins. */
    static String before(LocalDate day, Visit visit) {
        return day.atStartOfDay(visit.clock().getZone())
                .toInstant()
                .minusSeconds(1)
                .toString();
    }

    static Optional<LocalDate> of(String moment, Visit visit) {
        try {
            return Optional.of(OffsetDateTime.parse(moment)
                    .atZoneSameInstant(visit.clock().getZone())
                    .toLocalDate());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
