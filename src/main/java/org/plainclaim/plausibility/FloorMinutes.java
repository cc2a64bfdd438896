package org.plainclaim.plausibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sessions that mostly last exactly as long as a code asks for at least. */
final class FloorMinutes implements SignalCheck {
    @Override
    public Looked look(SignalRule rule, ClinicianHistory history) {
        Set<String> floors = rule.list("values");
        Set<String> kinds = rule.list("among");
        List<WorkedSession> timed = new ArrayList<>();
        List<WorkedSession> atFloor = new ArrayList<>();
        for (WorkedSession session : history.sessions()) {
            List<Integer> minutes = session.services().stream()
                    .filter(service -> kinds.contains(service.kind()) && service.minutes() != null)
                    .map(WorkedSession.Service::minutes)
                    .toList();
            if (!minutes.isEmpty()) {
                timed.add(session);
            }
            if (minutes.stream().anyMatch(count -> floors.contains(String.valueOf(count)))) {
                atFloor.add(session);
            }
        }
        return Shares.look(rule, timed, atFloor);
    }
}
