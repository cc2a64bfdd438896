package org.plainclaim.plausibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.plainclaim.plausibility.WorkedSession.Slot;

/** Two sessions of one clinician at the same time; those of one group are one. */
final class OverlappingSessions implements SignalCheck {
    private static final Comparator<WorkedSession> BY_START = Comparator.comparing(
                    (WorkedSession session) -> slot(session).start())
            .thenComparing(WorkedSession::reference);

    @Override
    public Looked look(SignalRule rule, ClinicianHistory history) {
        List<WorkedSession> timed = history.sessions().stream()
                .filter(session -> session.time() != null)
                .sorted(BY_START)
                .toList();
        Set<String> groups = rule.list("except");
        List<Observation> seen = new ArrayList<>();
        List<WorkedSession> running = new ArrayList<>();
        for (WorkedSession session : timed) {
            running.removeIf(other -> !slot(other).stop().isAfter(slot(session).start()));
            for (WorkedSession other : running) {
                long minutes = slot(other).common(slot(session));
                if (minutes >= rule.threshold() && !session.sameGroup(other, groups)) {
                    seen.add(observation(other, session, minutes));
                }
            }
            running.add(session);
        }
        return timed.isEmpty() ? Looked.tooFew(0, 1) : Looked.at(seen);
    }

    private static Observation observation(WorkedSession one, WorkedSession other, long minutes) {
        long shorter = Math.max(1, Math.min(slot(one).minutes(), slot(other).minutes()));
        return new Observation(
                0.5 + 0.5 * minutes / shorter,
                Map.of("minutes", String.valueOf(minutes), "earlier", one.reference(), "later", other.reference()),
                Places.periods(List.of(one, other)));
    }

    private static Slot slot(WorkedSession session) {
        return Objects.requireNonNull(session.time());
    }
}
