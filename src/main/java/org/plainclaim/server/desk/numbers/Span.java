package org.plainclaim.server.desk.numbers;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.plainclaim.server.desk.page.Visit;

/**
 * The months that are looked at; without any, the last twelve.
 *
 * @param from the first
 * @param to the last
 */
public record Span(YearMonth from, YearMonth to) {
    private static final int MONTHS = 11;
    private static final int MOST = 35;

    static Span of(Visit visit) {
        YearMonth to = month(visit.field("to"), YearMonth.from(visit.today()));
        YearMonth from = month(visit.field("from"), to.minusMonths(MONTHS));
        if (from.isAfter(to) || from.plusMonths(MOST).isBefore(to)) {
            from = to.minusMonths(MONTHS);
        }
        return new Span(from, to);
    }

    private static YearMonth month(String text, YearMonth otherwise) {
        try {
            return text.isEmpty() ? otherwise : YearMonth.parse(text);
        } catch (DateTimeException noMonth) {
            return otherwise;
        }
    }

    /** As the parameters of an operation. */
    String query() {
        return "periodStart=" + from.atDay(1) + "&periodEnd=" + to.atEndOfMonth();
    }
}
