package org.plainclaim.server.desk.day;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.longwork.Begins;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Paging;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** The sessions of a day; without one that of today, or of the last day that has sessions. */
public final class DayView implements View {
    /** Days that are looked back, one after the other. */
    private static final int[] BACK = {7, 92};

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
        Map<String, Object> model = new HashMap<>();
        model.put("day", day);
        model.put("before", day.minusDays(1));
        model.put("after", day.plusDays(1));
        model.put("today", day.equals(visit.today()));
        model.put("chosen", named);
        model.put("state", visit.field("state"));
        model.put("tally", tally);
        model.put("rows", rows);
        model.put("begins", tally.all() > 0 && Begins.who(visit));
        model.put("paging", new Paging(Paging.offset(visit), DaySearch.SIZE, rows.size(), found.total()));
        return new Reply.Page("day", model);
    }

    private static LocalDate read(Visit visit) {
        try {
            return LocalDate.parse(visit.field("day"));
        } catch (DateTimeException noDay) {
            return visit.today();
        }
    }

    /** Tomorrow's sessions are of no use yet; a short time is looked at first, for to put all sessions in order takes long. */
    private static Optional<LocalDate> lastWithSessions(Visit visit) {
        LocalDate tomorrow = visit.today().plusDays(1);
        for (int days : BACK) {
            Optional<LocalDate> last =
                    last(visit, tomorrow, "&date=ge" + Days.start(visit.today().minusDays(days), visit));
            if (last.isPresent()) {
                return last;
            }
        }
        return last(visit, tomorrow, "");
    }

    private static Optional<LocalDate> last(Visit visit, LocalDate before, String from) {
        return new Bundled(visit.fhir()
                        .get("Encounter?_sort=-date&_count=1&_elements=period&date=lt" + Days.start(before, visit)
                                + from))
                .all("Encounter")
                .findFirst()
                .flatMap(encounter -> Days.of(Fields.text(encounter, "/period/start"), visit));
    }
}
