package org.plainclaim.x12;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, of which only the first part is kept. */
public final class Faults {
    /** How many faults are kept; the rest are counted. */
    public static final int KEPT = 100;

    private final List<InterchangeFault> kept = new ArrayList<>();
    private long count;

    /** One fault more. */
    public void add(InterchangeFault.Level level, long segment, String message) {
        add(new InterchangeFault(level, segment, message));
    }

    /** One fault more. */
    public void add(InterchangeFault fault) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(fault);
        }
    }

    /** The faults kept. */
    public List<InterchangeFault> kept() {
        return List.copyOf(kept);
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** Forgets them. */
    public void clear() {
        kept.clear();
        count = 0;
    }
}
