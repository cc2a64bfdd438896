package org.plainclaim.server.desk.day;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Paging;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** The sessions of a day; without one that of today, or of the last day that has sessions. */
public final class DayView implements View {
    @Override
    public String address() {
        return "sessions";
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(
                new Tab("sessions", 10, EnumSet.of(Role.CLINICIAN, Role.CODER, Role.BILLER, Role.EHR, Role.AUDITOR)));
    }

    @Override
    public Reply show(Visit visit) {
        boolean named = !visit.field("day").isEmpty();
        LocalDate day = named ? read(visit) : lastWithSessions(visit).orElse(visit.today());
        DaySearch search = new DaySearch(visit, day);
        var sessions = search.page(visit.field("state"), Paging.offset(visit));
        Tally tally = search.tally();
        Bundled found = new Bundled(sessions.here());
        var rows = found.all("Encounter")
                .map(encounter -> SessionRow.of(encounter, found))
                .toList();
        return new Reply.Page(
                "day",
                Map.of(
                        "day",
                        day,
                        "before",
                        day.minusDays(1),
                        "after",
                        day.plusDays(1),
                        "today",
                        day.equals(visit.today()),
                        "chosen",
                        named,
                        "state",
                        visit.field("state"),
                        "tally",
                        tally,
                        "rows",
                        rows,
                        "paging",
                        new Paging(Paging.offset(visit), DaySearch.SIZE, rows.size(), found.total())));
    }

    private static LocalDate read(Visit visit) {
        try {
            return LocalDate.parse(visit.field("day"));
        } catch (DateTimeException noDay) {
            return visit.today();
        }
    }

    /** Tomorrow's sessions are of no use yet. */
    private static Optional<LocalDate> lastWithSessions(Visit visit) {
        return new Bundled(visit.fhir()
                        .get("Encounter?_sort=-date&_count=1&_elements=period&date=lt"
                                + Days.start(visit.today().plusDays(1), visit)))
                .all("Encounter")
                .findFirst()
                .flatMap(encounter -> Days.of(Fields.text(encounter, "/period/start"), visit));
    }
}
