package org.plainclaim.server.figures;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked for.
 *
 * @param from first day
 * @param to last day
 * @param figures which; never none
 */
record FiguresInput(LocalDate from, LocalDate to, Set<Figure> figures) {
    private static final int MONTHS_BEFORE = 5;
    private static final int MOST_DAYS = 1100;

    /** What can be asked for. */
    enum Figure {
        ACCEPTANCE,
        DAYS,
        AGING,
        SHARES;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FiguresInput of(
            @Nullable DateType start, @Nullable DateType end, @Nullable List<CodeType> figures, LocalDate today) {
        LocalDate to = end == null ? today : day(end, "periodEnd");
        LocalDate from =
                start == null ? YearMonth.from(to).minusMonths(MONTHS_BEFORE).atDay(1) : day(start, "periodStart");
        if (from.isAfter(to)) {
            throw new InvalidRequestException("periodStart must not be after periodEnd.");
        }
        if (from.plusDays(MOST_DAYS).isBefore(to)) {
            throw new InvalidRequestException(
                    "The period must not be longer than " + MOST_DAYS + " days; ask for less.");
        }
        return new FiguresInput(
                from, to, figures == null || figures.isEmpty() ? Set.of(Figure.values()) : read(figures));
    }

    private static Set<Figure> read(List<CodeType> codes) {
        Set<Figure> figures = EnumSet.noneOf(Figure.class);
        for (CodeType code : codes) {
            figures.add(EnumSet.allOf(Figure.class).stream()
                    .filter(figure -> figure.code().equals(code.getValue()))
                    .findFirst()
                    .orElseThrow(() ->
                            new InvalidRequestException("figure must be one of acceptance, days, aging and shares.")));
        }
        return figures;
    }

    private static LocalDate day(DateType date, String name) {
        try {
            return LocalDate.parse(date.getValueAsString());
        } catch (DateTimeException noDay) {
            throw new InvalidRequestException(name + " must be a day, such as 2026-03-31.", noDay);
        }
    }
}
