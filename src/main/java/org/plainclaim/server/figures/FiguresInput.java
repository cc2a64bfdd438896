package org.plainclaim.server.figures;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.operation.ParameterValues;

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
        LocalDate to = ParameterValues.day(text(end), "periodEnd", today);
        LocalDate usual = YearMonth.from(to).minusMonths(MONTHS_BEFORE).atDay(1);
        LocalDate from = ParameterValues.day(text(start), "periodStart", usual);
        ParameterValues.inOrder(from, to);
        if (from.plusDays(MOST_DAYS).isBefore(to)) {
            throw new InvalidRequestException(
                    "The period must not be longer than " + MOST_DAYS + " days; ask for less.");
        }
        return new FiguresInput(
                from, to, figures == null || figures.isEmpty() ? Set.of(Figure.values()) : read(figures));
    }

    private static @Nullable String text(@Nullable DateType date) {
        return date == null ? null : date.getValueAsString();
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
}
