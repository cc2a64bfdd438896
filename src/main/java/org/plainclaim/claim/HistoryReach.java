package org.plainclaim.claim;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.PlanFrequency;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.edit.EditTables;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;

/** How far before and after a session the rules of a payer look, by kind of service. */
final class HistoryReach {
    private static final int EPISODE = 366;

    private final RuleBook book;
    private final Map<String, Days> byService = new HashMap<>();

    HistoryReach(RuleBook book) {
        this.book = book;
        book.table(CodingTables.SERVICES).firstValues().forEach(kind -> byService.put(kind, days(kind)));
    }

    private record Days(int back, int ahead) {
        Days max(Days other) {
            return new Days(Math.max(back, other.back), Math.max(ahead, other.ahead));
        }

        /** A line may be dated on the first day of its window, and a limit looks back from there. */
        Days before(Days window) {
            return new Days(back == 0 ? 0 : back + window.back, ahead);
        }
    }

    /** The days that the rules of the session's services look at; at least the day itself. */
    HistoryWindow of(SessionDocumentation session, LocalDate date) {
        Days days = new Days(0, 0);
        for (DocumentedService service : session.services()) {
            days = days.max(byService.getOrDefault(service.kind().orElse(""), days));
        }
        LocalDate from = date.minusDays(days.back());
        LocalDate counted = PlanFrequency.countedSince(session, date).orElse(from);
        return new HistoryWindow(counted.isBefore(from) ? counted : from, date.plusDays(days.ahead()));
    }

    private Days days(String kind) {
        Days days = new Days(0, 0);
        for (Candidate candidate : book.table(SessionSituations.PATIENT_STATUS).rowsOf(kind)) {
            days = days.max(new Days(366 * Integer.parseInt(candidate.row().result("years")), 0));
        }
        Days window = new Days(0, 0);
        for (Candidate candidate : book.table(CodingTables.ACCUMULATIONS).rowsOf(kind)) {
            window = window.max(ofWindow(candidate.row()));
        }
        days = days.max(window);
        for (Candidate candidate : book.table(CodingTables.SERVICES).rowsOf(kind)) {
            days = days.max(ofCode(candidate.row().result("code")).before(window));
        }
        return days;
    }

    private static Days ofWindow(Row row) {
        String months = row.result("new-after");
        int before = months.isEmpty() ? 0 : 31 * (Integer.parseInt(months) + 1);
        return switch (row.result("window")) {
            case "month" -> new Days(Math.max(31, before), 31);
            case "week" -> new Days(7, 7);
            case "episode" -> new Days(EPISODE, EPISODE);
            default -> new Days(before, 0);
        };
    }

    private Days ofCode(String code) {
        Days days = new Days(0, 0);
        for (Candidate candidate : book.table(EditTables.FREQUENCY_LIMITS).rowsOf(code)) {
            String window = candidate.row().result("window");
            String number = window.replaceAll("[^0-9].*", "");
            int count = number.isEmpty() ? 0 : Integer.parseInt(number);
            days = days.max(new Days(
                    window.endsWith("days") ? count : window.endsWith("months") ? 31 * (count + 1) : EPISODE, 0));
        }
        return days;
    }
}
