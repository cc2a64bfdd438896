package org.plainclaim.audit;

import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param entries how many entries there are
 * @param chains how many chains
 * @param signedCheckpoints checkpoints whose signature holds
 * @param notChecked checkpoints whose signature nobody could check, for want of the key
 * @param lastSigned when the last one was signed whose signature holds
 * @param faults the first fault of each chain
 */
public record Report(
        long entries,
        int chains,
        long signedCheckpoints,
        long notChecked,
        Optional<java.time.Instant> lastSigned,
        List<Fault> faults) {
    public Report {
        faults = List.copyOf(faults);
    }

    /** True if nothing was found. */
    public boolean sound() {
        return faults.isEmpty();
    }
}
