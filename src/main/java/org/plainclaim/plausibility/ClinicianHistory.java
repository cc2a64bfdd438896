package org.plainclaim.plausibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is known of the work of one clinician in a time.
 *
 * @param clinician who
 * @param sessions the sessions, each once
 * @param notes the notes of these sessions
 * @param pairs notes of these sessions that are like an earlier one
 * @param billed when each session was first billed; a session that was not is not in it
 * @param counts billed codes of all clinicians of the practice, this one among them
 */
public record ClinicianHistory(
        String clinician,
        List<WorkedSession> sessions,
        List<WrittenNote> notes,
        List<NotePair> pairs,
        Map<String, Instant> billed,
        List<CodeCount> counts) {
    public ClinicianHistory {
        sessions = List.copyOf(sessions);
        notes = List.copyOf(notes);
        pairs = List.copyOf(pairs);
        billed = Map.copyOf(billed);
        counts = List.copyOf(counts);
    }
}
