package org.plainclaim.x12.acknowledgment;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.InterchangeFault;

/** Keeps the first faults of a file of acknowledgments and nothing of what it says, however long it is. */
final class FirstFaults implements AcknowledgmentListener {
    private static final int MOST = 1_000;

    final List<InterchangeFault> faults = new ArrayList<>();

    @Override
    public void interchange(Controls controls, InterchangeAcknowledgment interchange) {
        // not kept
    }

    @Override
    public void transaction(Controls controls, AcknowledgedGroup group, TransactionAcknowledgment transaction) {
        // not kept
    }

    @Override
    public void group(Controls controls, GroupAcknowledgment group) {
        // not kept
    }

    @Override
    public void closed(Controls controls, List<InterchangeFault> found) {
        if (faults.size() < MOST) {
            faults.addAll(found);
        }
    }

    @Override
    public void ended(List<InterchangeFault> found) {
        closed(new Controls("", "", "", ""), found);
    }
}
