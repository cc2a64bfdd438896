package org.plainclaim.documentation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.plainclaim.explanation.Fact;

/**
 * When the session was.
 *
 * @param dateOfService date of the start, on the calendar of the place of service
 * @param zone what decided that calendar: a zone id or offset; unknown if only UTC was stated
 * @param start start of the encounter
 * @param stop end of the encounter
 */
public record SessionTime(
        Fact<LocalDate> dateOfService, Fact<String> zone, Fact<OffsetDateTime> start, Fact<OffsetDateTime> stop) {}
