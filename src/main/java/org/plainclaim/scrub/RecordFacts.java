package org.plainclaim.scrub;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Finding;

/**
 * What is documented behind a claim.
 *
 * @param findings what the review of the sessions found
 * @param times when and how long, by the control number of the line
 * @param sessions other sessions of the same clinicians on these days; null if nobody looked
 * @param patientInFacility the patient was in a facility during a service by telehealth; null if not known
 * @param copied a note is much like another one; null if nobody compared them
 */
public record RecordFacts(
        List<Finding> findings,
        Map<String, Times> times,
        @Nullable List<OtherSession> sessions,
        @Nullable Boolean patientInFacility,
        @Nullable Boolean copied) {
    public RecordFacts {
        findings = List.copyOf(findings);
        times = Map.copyOf(times);
        sessions = sessions == null ? null : List.copyOf(sessions);
    }

    /** The same with a comparison of the notes; null if nobody compared them. */
    public RecordFacts copied(@Nullable Boolean found) {
        return new RecordFacts(findings, times, sessions, patientInFacility, found);
    }

    /**
     * The time of one line.
     *
     * @param minutes documented minutes; null if none are
     * @param start when it began; null if not documented
     * @param stop when it ended; null if not documented
     */
    public record Times(@Nullable Integer minutes, @Nullable LocalDateTime start, @Nullable LocalDateTime stop) {
        /** Nothing is documented. */
        static final Times NONE = new Times(null, null, null);

        /** True if both are documented with start and stop and share time. */
        public boolean overlaps(Times other) {
            return start != null
                    && stop != null
                    && other.start != null
                    && other.stop != null
                    && start.isBefore(other.stop)
                    && other.start.isBefore(stop);
        }

        /** True unless it is documented that it began on another day. */
        boolean on(LocalDate day) {
            return start == null || start.toLocalDate().equals(day);
        }

        /** True if start and stop are documented. */
        boolean clocked() {
            return start != null && stop != null;
        }
    }

    /**
     * Another session of a clinician.
     *
     * @param npi of the clinician
     * @param code procedure code it was billed with; empty if not known
     * @param times when
     */
    public record OtherSession(String npi, String code, Times times) {}
}
