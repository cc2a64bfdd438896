package org.plainclaim.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR date or dateTime of any precision.
 *
 * @param first first day it can mean
 * @param last last day it can mean
 * @param at the instant, with its offset; null if only a date was stated
 */
public record Moment(LocalDate first, LocalDate last, @Nullable OffsetDateTime at) {

    /** Reads FHIR R4 date, dateTime and instant; empty if the text is none of these. */
    static Optional<Moment> parse(String text) {
        try {
            return Optional.of(parsed(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Moment parsed(String text) {
        return switch (text.length()) {
            case 4 -> ofYear(Year.parse(text));
            case 7 -> ofMonth(YearMonth.parse(text));
            case 10 -> ofDay(IsoText.day(text), null);
            default -> {
                OffsetDateTime at = IsoText.instant(text);
                yield ofDay(at.toLocalDate(), at);
            }
        };
    }

    private static Moment ofYear(Year year) {
        return new Moment(year.atDay(1), year.atMonth(12).atEndOfMonth(), null);
    }

    private static Moment ofMonth(YearMonth month) {
        return new Moment(month.atDay(1), month.atEndOfMonth(), null);
    }

    private static Moment ofDay(LocalDate day, @Nullable OffsetDateTime at) {
        return new Moment(day, day, at);
    }

    static Optional<OffsetDateTime> instant(String text) {
        return parse(text).map(Moment::at);
    }

    /** The day, if the text is that precise. */
    static Optional<LocalDate> day(String text) {
        return parse(text).filter(moment -> moment.first.equals(moment.last)).map(Moment::first);
    }

    public static Optional<LocalDate> firstDay(String text) {
        return parse(text).map(Moment::first);
    }

    public static Optional<LocalDate> lastDay(String text) {
        return parse(text).map(Moment::last);
    }
}
