package org.plainclaim.plausibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Days on which more was done than fits into a day; the sessions of one group count once. */
final class WorkedDays implements SignalCheck {
    private final String what;
    private final ToLongFunction<WorkedSession> measure;

    private WorkedDays(String what, ToLongFunction<WorkedSession> measure) {
        this.what = what;
        this.measure = measure;
    }

    /** Days with too many minutes. */
    static WorkedDays minutes() {
        return new WorkedDays("minutes", session -> {
            WorkedSession.Slot time = session.time();
            return time == null ? 0 : time.minutes();
        });
    }

    /** Days with too many services. */
    static WorkedDays services() {
        return new WorkedDays("count", session -> Math.max(1, session.services().size()));
    }

    @Override
    public Looked look(SignalRule rule, ClinicianHistory history) {
        if (history.sessions().isEmpty()) {
            return Looked.tooFew(0, 1);
        }
        Map<LocalDate, List<WorkedSession>> days = new TreeMap<>();
        Set<String> groups = rule.list("except");
        history.sessions().forEach(session -> {
            List<WorkedSession> day = days.computeIfAbsent(session.day(), none -> new ArrayList<>());
            if (day.stream().noneMatch(other -> other.sameGroup(session, groups))) {
                day.add(session);
            }
        });
        List<Observation> seen = new ArrayList<>();
        days.forEach((day, sessions) -> {
            long sum = sessions.stream().mapToLong(measure).sum();
            if (sum > rule.threshold() && sum <= rule.atMost()) {
                seen.add(new Observation(
                        rule.score((double) sum, 2 * rule.threshold()),
                        Map.of("day", day.toString(), what, String.valueOf(sum)),
                        Places.periods(sessions)));
            }
        });
        return Looked.at(seen);
    }
}
