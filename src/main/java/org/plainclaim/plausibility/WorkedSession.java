package org.plainclaim.plausibility;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session of a clinician, as far as signals look at it.
 *
 * @param reference the session
 * @param patient the patient; empty if not known
 * @param day date of service
 * @param time from when to when; null if one end is not stated
 * @param services what was done
 * @param scheduled the time that was booked; null if not known
 */
public record WorkedSession(
        String reference,
        String patient,
        LocalDate day,
        @Nullable Slot time,
        List<Service> services,
        @Nullable Slot scheduled) {
    public WorkedSession {
        services = List.copyOf(services);
    }

    /**
     * A service.
     *
     * @param kind what kind it is, such as {@code individual-psychotherapy}; empty if not known
     * @param minutes how long it lasted; null if not stated
     */
    public record Service(String kind, @Nullable Integer minutes) {}

    /** From one instant to another. */
    public record Slot(Instant start, Instant stop) {
        /** Minutes that both have in common. */
        long common(Slot other) {
            Instant from = start.isAfter(other.start) ? start : other.start;
            Instant to = stop.isBefore(other.stop) ? stop : other.stop;
            return Math.max(0, Duration.between(from, to).toMinutes());
        }

        long minutes() {
            return Math.max(0, Duration.between(start, stop).toMinutes());
        }
    }

    /** True if both are the same group: of one of the kinds, and begun together. */
    boolean sameGroup(WorkedSession other, Set<String> groups) {
        Slot here = time;
        Slot there = other.time;
        return here != null
                && there != null
                && here.start().equals(there.start())
                && !patient.equals(other.patient)
                && isOne(groups)
                && other.isOne(groups);
    }

    private boolean isOne(Set<String> groups) {
        return services.stream().anyMatch(service -> groups.contains(service.kind()));
    }
}
