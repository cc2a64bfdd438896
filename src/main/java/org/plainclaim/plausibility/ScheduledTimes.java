package org.plainclaim.plausibility;

import java.util.List;

/** Sessions that mostly begin and end on the minute they were booked for. */
final class ScheduledTimes implements SignalCheck {
    @Override
    public Looked look(SignalRule rule, ClinicianHistory history) {
        List<WorkedSession> booked = history.sessions().stream()
                .filter(session -> session.time() != null && session.scheduled() != null)
                .toList();
        List<WorkedSession> same =
                booked.stream().filter(ScheduledTimes::asBooked).toList();
        return Shares.look(rule, booked, same);
    }

    private static boolean asBooked(WorkedSession session) {
        WorkedSession.Slot time = session.time();
        return time != null && time.equals(session.scheduled());
    }
}
