package org.plainclaim.server.longwork;

import java.time.LocalDate;
import java.util.Map;

/**
 * Long work as it stands.
 *
 * @param id its id
 * @param kind what is done
 * @param first first day of the sessions
 * @param last last day of the sessions
 * @param askedBy subject of who asked
 * @param state where it stands
 * @param total how many parts it has
 * @param counts how many parts came to each outcome but {@link PartOutcome#OPEN}
 * @param times when it was asked for, begun and ended
 * @param lease which node has it
 */
public record LongWork(
        String id,
        String kind,
        LocalDate first,
        LocalDate last,
        String askedBy,
        WorkState state,
        int total,
        Map<PartOutcome, Integer> counts,
        Times times,
        Lease lease) {
    private static final double SECOND = 1000;

    public LongWork {
        counts = Map.copyOf(counts);
    }

    /**
     * Moments in milliseconds since 1970; 0 for one that has not come.
     *
     * @param asked when it was asked for
     * @param began when the present run began
     * @param ended when it ended or was cancelled
     * @param worked milliseconds that earlier runs worked on it
     */
    public record Times(long asked, long began, long ended, long worked) {}

    /**
     * Who works on it.
     *
     * @param owner name of the node; empty if none does
     * @param until until when nobody else takes it, in milliseconds since 1970
     */
    public record Lease(String owner, long until) {}

    /** Parts with this outcome. */
    public int count(PartOutcome outcome) {
        return outcome == PartOutcome.OPEN ? total - done() : counts.getOrDefault(outcome, 0);
    }

    /** Parts with any outcome. */
    public int done() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Parts a second over all the time that was worked; 0 before there is one. */
    public double rate(long now) {
        long worked = times.worked() + (state == WorkState.RUNNING ? Math.max(0, now - times.began()) : 0);
        return worked == 0 ? 0 : done() / (worked / SECOND);
    }

    /** Seconds until it is done, if it goes on as it went; -1 if that can not be told. */
    public long secondsLeft(long now) {
        double rate = rate(now);
        return rate <= 0 || !state.goesOn() ? -1 : Math.round(Math.ceil((total - done()) / rate));
    }
}
