package org.plainclaim.cli.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day with a year of four digits, as the tables write them. */
final class DayConverter implements ITypeConverter<LocalDate> {
    private static final int LENGTH = "2026-11-23".length();

    @Override
    public LocalDate convert(String value) {
        try {
            if (value.length() == LENGTH) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeParseException e) {
            // falls through to the one complaint
        }
        throw new TypeConversionException("'" + value + "' is no date; write 2026-11-23");
    }
}
