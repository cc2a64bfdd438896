package org.plainclaim.x12.remittance;

import java.util.List;
import org.plainclaim.x12.InterchangeFault;

/** Keeps nothing. */
public final class Ignoring implements RemittanceListener {
    @Override
    public void opened(RemittanceHeader header) {
        // nothing is kept
    }

    @Override
    public void claim(ClaimPayment claim) {
        // nothing is kept
    }

    @Override
    public void closed(RemittanceSummary summary) {
        // nothing is kept
    }

    @Override
    public void ended(List<InterchangeFault> faults) {
        // nothing is kept
    }
}
