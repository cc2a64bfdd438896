package org.plainclaim.x12.claim;

import java.util.List;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.InterchangeFault;

/**
 * What is known at the end of a transaction.
 *
 * @param controls where it came in
 * @param claims how many claims it has
 * @param faults the first faults, those of its claims too
 * @param faultCount how many there are
 */
public record ClaimSummary(Controls controls, int claims, List<InterchangeFault> faults, long faultCount) {
    public ClaimSummary {
        faults = List.copyOf(faults);
    }

    /** The same without its faults, but with how many there are. */
    ClaimSummary withoutFaults() {
        return new ClaimSummary(controls, claims, List.of(), faultCount);
    }

    /** True if nothing is wrong with it. */
    public boolean whole() {
        return faultCount == 0;
    }
}
