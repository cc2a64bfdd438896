package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/**
 * States that the treatment plan was reviewed, and when the next review is due.
 *
 * <p>A review after the session mends nothing for it, so the day has to be that of the session or an earlier one.
 */
public final class ReviewDeed implements Deed {
    @Override
    public String address() {
        return "sessions/{id}/review";
    }

    @Override
    public Reply act(Visit visit) {
        String back = "sessions/" + visit.step("id");
        Optional<LocalDate> reviewed = Mending.day(visit.field("reviewed"));
        Optional<LocalDate> due = Mending.day(visit.field("due"));
        Optional<LocalDate> session = Mending.day(Chart.of(visit).encounter());
        String plan = visit.field("plan");
        boolean inTime = reviewed.isPresent()
                && due.isPresent()
                && session.isPresent()
                && !reviewed.get().isAfter(session.get())
                && due.get().isAfter(reviewed.get());
        if (!inTime || !plan.matches("CarePlan/[A-Za-z0-9.-]{1,64}")) {
            return new Reply.Moved(back, "no-review");
        }
        ObjectNode changed = visit.fhir().get(plan).deepCopy();
        changed.withArray("extension")
                .addObject()
                .put("url", Mending.EXTENSION + "plan-reviewed")
                .put("valueDate", reviewed.get().toString());
        Mending.extension(changed, "plan-review-due").put("valueDate", due.get().toString());
        visit.fhir().put(changed);
        return new Reply.Moved(back, "reviewed");
    }
}
