package org.plainclaim.documentation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.TreatmentPlan.Frequency;
import org.plainclaim.documentation.TreatmentPlan.PlannedService;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/**
 * Whether a session is one more than the plan provides for in its period.
 *
 * <p>Only too many are a finding: a session that was cancelled says nothing against the one that took place. Periods
 * follow the calendar, weeks begin on Sunday; periods of several weeks or months are counted from the beginning of the
 * plan.
 */
public final class PlanFrequency {
    private PlanFrequency() {}

    /** The first day from which on sessions count together with this one; empty if no plan says how often. */
    public static Optional<LocalDate> countedSince(SessionDocumentation session, LocalDate date) {
        LocalDate first = null;
        for (DocumentedService service : session.services()) {
            LocalDate since = session.plan()
                    .planned(service.kind())
                    .map(planned -> since(session.plan(), planned, date))
                    .orElse(null);
            first = since != null && (first == null || since.isBefore(first)) ? since : first;
        }
        return Optional.ofNullable(first);
    }

    static Finding kept(Inspection look) {
        Optional<PlannedService> planned = PlanContentChecks.planned(look);
        if (planned.isEmpty()) {
            return PlanContentChecks.notPlanned(look);
        }
        Fact<Integer> times = planned.get().frequency().times();
        LocalDate date = look.session().time().dateOfService().value();
        LocalDate since = date == null ? null : since(look.session().plan(), planned.get(), date);
        if (date == null || since == null) {
            return look.notChecked("The plan does not say how often.", times);
        }
        List<Evidence> earlier = earlier(look, since);
        if (earlier.size() >= times.get()) {
            earlier.addAll(times.evidence());
            return look.failed(earlier);
        }
        return look.history().covers(since, date)
                ? look.verdict(true, times)
                : look.notChecked("Not all sessions since " + since + " are known.", times);
    }

    private static List<Evidence> earlier(Inspection look, LocalDate since) {
        List<Evidence> earlier = new ArrayList<>();
        for (SessionDocumentation other : look.history().sessions()) {
            LocalDate then = other.time().dateOfService().value();
            if (then != null && !then.isBefore(since) && isBefore(other, look.session())) {
                other.services().stream()
                        .map(DocumentedService::kind)
                        .filter(kind -> kind.is(look.service().kind().orElse("")))
                        .findFirst()
                        .ifPresent(kind -> earlier.addAll(kind.evidence()));
            }
        }
        return earlier;
    }

    private static boolean isBefore(SessionDocumentation one, SessionDocumentation other) {
        OffsetDateTime first = one.time().start().value();
        OffsetDateTime second = other.time().start().value();
        return first != null && second != null && first.isBefore(second);
    }

    private static @Nullable LocalDate since(TreatmentPlan plan, PlannedService planned, LocalDate date) {
        Frequency frequency = planned.frequency();
        if (!frequency.known() || frequency.period().get() < 1) {
            return null;
        }
        LocalDate from = plan.from().orElse(date);
        int period = frequency.period().get();
        return switch (frequency.unit().get()) {
            case "d" -> date.minusDays(Math.floorMod(ChronoUnit.DAYS.between(from, date), period));
            case "wk" -> {
                LocalDate sunday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
                yield date.minusDays(Math.floorMod(ChronoUnit.DAYS.between(sunday, date), 7L * period));
            }
            case "mo" -> {
                LocalDate month = date.withDayOfMonth(1);
                yield month.minusMonths(
                        Math.floorMod(ChronoUnit.MONTHS.between(from.withDayOfMonth(1), month), period));
            }
            default -> null;
        };
    }
}
