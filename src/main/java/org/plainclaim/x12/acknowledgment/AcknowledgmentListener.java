package org.plainclaim.x12.acknowledgment;

import java.util.List;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.InterchangeFault;

/** Is handed a partner's acknowledgments one by one, in the order of the file. */
public interface AcknowledgmentListener {
    /** A TA1; the controls are those of the file that it came in, without group and transaction. */
    void interchange(Controls controls, InterchangeAcknowledgment interchange);

    /** One transaction of a group; whether the 999 is whole is not known yet. */
    void transaction(Controls controls, AcknowledgedGroup group, TransactionAcknowledgment transaction);

    /** The end of a group, behind all its transactions. */
    void group(Controls controls, GroupAcknowledgment group);

    /** A 999 ended, or the file did; faults say why it should not be trusted. */
    void closed(Controls controls, List<InterchangeFault> faults);

    /** The file ended; the faults are those outside of its transactions. */
    void ended(List<InterchangeFault> faults);
}
