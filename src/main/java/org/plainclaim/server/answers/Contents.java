package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;

/**
 * What a file holds, seen without taking anything from it.
 *
 * @param kinds transaction sets (ST01), and {@code TA1}
 * @param faults what is wrong with its envelope
 */
record Contents(Set<String> kinds, List<InterchangeFault> faults) {
    /** The answers that are read here. */
    static final Set<String> KNOWN = Set.of("TA1", "999", "277", "835");

    Contents {
        kinds = Set.copyOf(kinds);
        faults = List.copyOf(faults);
    }

    /** Reads through the file once. */
    static Contents of(InputStream file) throws IOException {
        Look look = new Look();
        SegmentFeed.read(file, look);
        return new Contents(look.kinds, look.faults.kept());
    }

    private static final class Look implements SegmentFeed.Sink {
        private final Set<String> kinds = new TreeSet<>();
        private final Faults faults = new Faults();

        @Override
        public void accept(String id, Said.Source segment, long position) {
            if (id.equals("ST")) {
                kinds.add(segment.text(1, 1));
            } else if (id.equals("TA1")) {
                kinds.add(id);
            }
        }

        @Override
        public void envelopeFault(long position, String message) {
            faults.add(InterchangeFault.Level.ENVELOPE, position, message);
        }

        @Override
        public void finish(long position) {
            // the envelope told what is missing
        }
    }
}
