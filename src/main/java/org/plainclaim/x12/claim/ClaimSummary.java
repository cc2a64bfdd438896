package org.plainclaim.x12.claim;

import java.util.List;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.TransactionSummary;

/**
 * What is known at the end of a transaction.
 *
 * @param controls where it came in
 * @param claims how many claims it has
 * @param faults the first faults, those of its claims too
 * @param faultCount how many there are
 */
public record ClaimSummary(Controls controls, int claims, List<InterchangeFault> faults, long faultCount)
        implements TransactionSummary<ClaimSummary> {
    public ClaimSummary {
        faults = List.copyOf(faults);
    }

    @Override
    public boolean whole() {
        return faultCount == 0;
    }

    @Override
    public int parts() {
        return faults.size();
    }

    @Override
    public ClaimSummary light() {
        return new ClaimSummary(controls, claims, List.of(), faultCount);
    }
}
