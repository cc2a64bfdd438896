package org.plainclaim.x12.remittance;

import java.util.List;
import org.plainclaim.x12.InterchangeFault;

/** Is handed a remittance piece by piece, in the order of the file. */
public interface RemittanceListener {
    /** A transaction begins. */
    void opened(RemittanceHeader header);

    /** One claim of it; whether the transaction balances is not known yet. */
    void claim(ClaimPayment claim);

    /** The transaction ended, or the file did. */
    void closed(RemittanceSummary summary);

    /** The file ended; the faults are those outside of its transactions, and make all of it doubtful. */
    void ended(List<InterchangeFault> faults);
}
