package org.plainclaim.x12.status;

import java.util.List;
import org.plainclaim.x12.InterchangeFault;

/** Is handed the answers about claims one by one, in the order of the file. */
public interface StatusListener {
    /** The next notice; the header is that of its transaction. */
    void notice(StatusHeader header, StatusNotice notice);

    /** The transaction ended, or the file did; faults say why it should not be trusted. */
    void closed(List<InterchangeFault> faults);

    /** The file ended; the faults are those outside of its transactions. */
    void ended(List<InterchangeFault> faults);
}
