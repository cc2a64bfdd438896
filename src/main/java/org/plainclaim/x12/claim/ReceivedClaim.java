package org.plainclaim.x12.claim;

import java.util.List;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.InterchangeFault;

/**
 * A claim as it was read.
 *
 * @param submission what it says; what could not be read is missing in it
 * @param segment position of its CLM in the file, from 1
 * @param faults what is wrong with it
 */
public record ReceivedClaim(Submission submission, long segment, List<InterchangeFault> faults) {
    public ReceivedClaim {
        faults = List.copyOf(faults);
    }

    /** True if nothing is wrong with it. */
    public boolean whole() {
        return faults.isEmpty();
    }
}
