package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * What else is known of the patient: sessions before and after the one in question, and lines already on claims.
 *
 * @param from first day that was looked at; null if nobody looked, so that nothing can be concluded from an empty list
 * @param to last day that was looked at; null if nobody looked
 * @param sessions other finished sessions of the patient in that time, without their notes and plans
 * @param lines lines of claims in that time that are not cancelled
 */
public record PatientHistory(
        @Nullable LocalDate from, @Nullable LocalDate to, List<SessionDocumentation> sessions, List<PastLine> lines) {
    /** Nobody looked. */
    public static final PatientHistory UNKNOWN = new PatientHistory(null, null, List.of(), List.of());

    public PatientHistory {
        sessions = List.copyOf(sessions);
        lines = List.copyOf(lines);
    }

    /** True if both days, and all between them, were looked at. */
    public boolean covers(LocalDate first, LocalDate last) {
        return from != null && to != null && !first.isBefore(from) && !last.isAfter(to);
    }

    /**
     * A line on a claim.
     *
     * @param claim reference of the claim
     * @param encounter reference of the session it bills; empty if the claim does not say
     * @param code procedure code
     * @param date date of service
     * @param units how often
     * @param npi of who rendered it; unknown if the claim does not say
     * @param taxonomy of who rendered it
     */
    public record PastLine(
            String claim,
            String encounter,
            Fact<String> code,
            LocalDate date,
            int units,
            Fact<String> npi,
            Fact<String> taxonomy) {
        public List<Evidence> evidence() {
            return code.evidence();
        }
    }
}
