package org.plainclaim.plausibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.plausibility.WorkedSession.Service;
import org.plainclaim.plausibility.WorkedSession.Slot;

/** Histories of one clinician, as tests need them. */
final class Histories {
    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    static final String THERAPY = "individual-psychotherapy";
    static final String GROUP = "group-psychotherapy";

    private Histories() {}

    static Slot slot(long from, long minutes) {
        Instant start = NINE.plusSeconds(60 * from);
        return new Slot(start, start.plusSeconds(60 * minutes));
    }

    static WorkedSession session(int number, String kind, Slot time, @Nullable Slot scheduled) {
        int minutes = (int) time.minutes();
        return new WorkedSession(
                "Encounter/" + number, "Patient/" + number, DAY, time, List.of(new Service(kind, minutes)), scheduled);
    }

    static WorkedSession session(int number, long from, long minutes) {
        return session(number, THERAPY, slot(from, minutes), null);
    }

    static ClinicianHistory worked(List<WorkedSession> sessions) {
        return new ClinicianHistory("Practitioner/1", sessions, List.of(), List.of(), Map.of(), List.of());
    }

    /** So many sessions, of which some last as long as a code asks for. */
    static ClinicianHistory timed(int all, int atFloor) {
        List<WorkedSession> sessions = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            sessions.add(session(i, 120L * i, i < atFloor ? 53 : 50));
        }
        return worked(sessions);
    }

    static ClinicianHistory services(int count, String kind) {
        List<WorkedSession> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(session(i, kind, slot(kind.equals(GROUP) ? 0 : 30L * i, 30), null));
        }
        return worked(sessions);
    }

    static ClinicianHistory shares(int long53, int all, int... peers) {
        List<CodeCount> counts = new ArrayList<>();
        counts.add(new CodeCount("Practitioner/1", "90837", long53));
        counts.add(new CodeCount("Practitioner/1", "90834", all - long53));
        for (int i = 0; i < peers.length; i++) {
            counts.add(new CodeCount("Practitioner/p" + i, "90837", peers[i]));
            counts.add(new CodeCount("Practitioner/p" + i, "90832", 100 - peers[i]));
            counts.add(new CodeCount("Practitioner/p" + i, "90791", 50));
        }
        return new ClinicianHistory("Practitioner/1", List.of(), List.of(), List.of(), Map.of(), counts);
    }

    /** A clinician with services of one code and of another, and peers with as many percent of the one. */
    static ClinicianHistory shares(String high, String low, int counted, int all, int... peers) {
        List<CodeCount> counts = new ArrayList<>();
        counts.add(new CodeCount("Practitioner/1", high, counted));
        counts.add(new CodeCount("Practitioner/1", low, all - counted));
        for (int i = 0; i < peers.length; i++) {
            counts.add(new CodeCount("Practitioner/p" + i, high, peers[i]));
            counts.add(new CodeCount("Practitioner/p" + i, low, 100 - peers[i]));
        }
        return new ClinicianHistory("Practitioner/1", List.of(), List.of(), List.of(), Map.of(), counts);
    }

    static WrittenNote note(int number, String patient, @Nullable Instant written, @Nullable Instant signed) {
        return new WrittenNote("Composition/" + number, "Encounter/" + number, patient, 100, written, signed);
    }

    static ClinicianHistory pair(String patient, double similarity, boolean sameGroup) {
        WrittenNote later = note(2, "Patient/1", NINE, NINE);
        WrittenNote earlier = note(1, patient, NINE.minusSeconds(60), NINE);
        return new ClinicianHistory(
                "Practitioner/1",
                List.of(session(2, 0, 50)),
                List.of(later),
                List.of(new NotePair(later, earlier, similarity, sameGroup)),
                Map.of(),
                List.of());
    }

    static ClinicianHistory billed(WrittenNote... notes) {
        return new ClinicianHistory(
                "Practitioner/1",
                List.of(session(1, 0, 50)),
                List.of(notes),
                List.of(),
                Map.of("Encounter/1", NINE),
                List.of());
    }
}
