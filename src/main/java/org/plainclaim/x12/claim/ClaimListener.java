package org.plainclaim.x12.claim;

import java.util.List;
import org.plainclaim.x12.InterchangeFault;

/** Is handed a file of claims piece by piece, in the order of the file. */
public interface ClaimListener {
    /** A transaction begins. */
    void opened(ClaimHeader header);

    /** One claim of it; whether the transaction is whole is not known yet. */
    void claim(ReceivedClaim claim);

    /** The transaction ended, or the file did. */
    void closed(ClaimSummary summary);

    /** The file ended; the faults are those outside of its transactions, and make all of it doubtful. */
    void ended(List<InterchangeFault> faults);
}
