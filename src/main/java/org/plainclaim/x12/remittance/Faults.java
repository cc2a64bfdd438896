package org.plainclaim.x12.remittance;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, of which only the first part is kept. */
public final class Faults {
    private final List<RemittanceFault> kept = new ArrayList<>();
    private long count;

    /** One fault more. */
    public void add(RemittanceFault.Level level, long segment, String message) {
        add(new RemittanceFault(level, segment, message));
    }

    /** One fault more. */
    public void add(RemittanceFault fault) {
        count++;
        if (kept.size() < RemittanceSummary.KEPT) {
            kept.add(fault);
        }
    }

    /** The faults kept. */
    public List<RemittanceFault> kept() {
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
