package org.plainclaim.x12.acknowledgment;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.TransactionKind;

/** Every reader there is, asked for all that it finds wrong. */
public final class AllReaders {
    private AllReaders() {}

    /** The first faults of a file that is read as one of a kind. */
    public static List<InterchangeFault> faults(TransactionKind kind, InputStream file) throws IOException {
        List<InterchangeFault> faults = new ArrayList<>();
        if (kind == TransactionKind.IMPLEMENTATION_ACKNOWLEDGMENT) {
            FirstFaults received = new FirstFaults();
            AcknowledgmentReader.read(file, received);
            faults.addAll(received.faults);
        } else {
            ContentReaders.read(kind, file, found -> {
                if (faults.size() < 1_000) {
                    faults.addAll(found);
                }
            });
        }
        return faults;
    }
}
