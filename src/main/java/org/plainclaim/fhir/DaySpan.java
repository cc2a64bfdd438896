package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/**
 * The days that a FHIR date or period reaches, as they are written.
 *
 * @param first first day as text; empty if it is open or was cut to less than a day
 * @param last last day as text; empty if it is open
 * @param said whether there is a date at all
 */
public record DaySpan(String first, String last, boolean said) {
    private static final int DAY = 10;

    /** The days of a Period, or of a date by itself. */
    public static DaySpan of(JsonNode date) {
        if (date.isTextual()) {
            return new DaySpan(day(date), day(date), true);
        }
        return new DaySpan(day(date.path("start")), day(date.path("end")), date.isObject());
    }

    private static String day(JsonNode date) {
        String text = date.asText();
        return text.length() > DAY ? text.substring(0, DAY) : text;
    }

    /** True if it reaches into some days, both ends included. */
    public boolean touches(LocalDate from, LocalDate to) {
        return touches(from.toString(), to.toString());
    }

    /** The same for days as text. */
    boolean touches(String from, String to) {
        return said && (first.isEmpty() || first.compareTo(to) <= 0) && (last.isEmpty() || last.compareTo(from) >= 0);
    }
}
