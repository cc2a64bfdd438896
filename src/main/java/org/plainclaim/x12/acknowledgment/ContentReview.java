package org.plainclaim.x12.acknowledgment;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.TransactionKind;

/** What the readers of transactions find wrong with segments, by their position in the file. */
final class ContentReview {
    /** More than these, and the file is no file of its kind. */
    static final int MOST_FAULTS = 10_000;

    private final Map<Long, List<InterchangeFault>> faults = new HashMap<>();
    private int count;

    /** Lets the readers of kinds read a file, each once. */
    void read(Acknowledging.Source file, Set<TransactionKind> kinds) throws IOException {
        for (TransactionKind kind : readers(kinds)) {
            try (InputStream bytes = file.open()) {
                ContentReaders.read(kind, bytes, this::add);
            }
        }
    }

    /** One kind for each reader. */
    private static Set<TransactionKind> readers(Set<TransactionKind> kinds) {
        Set<TransactionKind> readers = EnumSet.noneOf(TransactionKind.class);
        readers.addAll(kinds);
        if (readers.contains(TransactionKind.STATUS_ANSWER)) {
            readers.remove(TransactionKind.CLAIM_ACKNOWLEDGMENT);
        }
        if (readers.contains(TransactionKind.PROFESSIONAL_CLAIM)) {
            readers.remove(TransactionKind.INSTITUTIONAL_CLAIM);
        }
        return readers;
    }

    void add(List<InterchangeFault> found) {
        for (InterchangeFault fault : found) {
            if (fault.level() == InterchangeFault.Level.STRUCTURE && count < MOST_FAULTS) {
                count++;
                faults.computeIfAbsent(fault.segment(), position -> new ArrayList<>(1))
                        .add(fault);
            }
        }
    }

    /** What is wrong with the segment at a position. */
    List<InterchangeFault> at(long position) {
        return faults.getOrDefault(position, List.of());
    }

    boolean tooMany() {
        return count == MOST_FAULTS;
    }
}
