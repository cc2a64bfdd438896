package org.plainclaim.x12.eligibility;

import java.util.List;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.x12.InterchangeFault;

/** Is handed the answers one by one, in the order of the file. */
public interface AnswerListener {
    /** The next answer; the header is that of its transaction. */
    void answer(AnswerHeader header, EligibilityAnswer answer);

    /** The transaction ended, or the file did; faults say why it should not be trusted. */
    void closed(List<InterchangeFault> faults);

    /** The file ended; the faults are those outside of its transactions. */
    void ended(List<InterchangeFault> faults);
}
