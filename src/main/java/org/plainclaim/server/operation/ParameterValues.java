package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days, periods and numbers as operations take them; what is none is refused (400) in a sentence that names it. */
public final class ParameterValues {
    private ParameterValues() {}

    /**
     * A whole day.
     *
     * @param text as it was sent; null if it was not
     * @param name of the parameter
     * @param otherwise if it was not sent
     */
    public static LocalDate day(@Nullable String text, String name, LocalDate otherwise) {
        try {
            return text == null ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new InvalidRequestException(name + " must be a day, such as 2026-03-31.", noDay);
        }
    }

    /** Refuses a period that ends before it begins. */
    public static void inOrder(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw new InvalidRequestException("periodStart must not be after periodEnd.");
        }
    }

    /**
     * A number within bounds.
     *
     * @param text as it was sent; null if it was not
     */
    public static int number(@Nullable String text, String name, int otherwise, Bounds bounds) {
        if (text == null) {
            return otherwise;
        }
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
        if (number < bounds.least() || number > bounds.most()) {
            throw new InvalidRequestException(
                    name + " must be a whole number from " + bounds.least() + " to " + bounds.most() + ".");
        }
        return number;
    }

    /** The least and the greatest number that is taken; neither is negative. */
    public record Bounds(int least, int most) {}
}
