package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;

/** The claims (CLM01) of one transaction of a file that we wrote. */
final class ClaimIds implements SegmentFeed.Sink {
    private final String transaction;
    private final Set<String> ids = new TreeSet<>();
    private boolean inside;

    private ClaimIds(String transaction) {
        this.transaction = transaction;
    }

    static Set<String> of(InputStream file, String transaction) throws IOException {
        ClaimIds sink = new ClaimIds(transaction);
        SegmentFeed.read(file, sink);
        return sink.ids;
    }

    @Override
    public void accept(String id, Said.Source segment, long position) {
        if (id.equals("ST")) {
            inside = segment.text(2, 1).equals(transaction);
        } else if (id.equals("CLM") && inside) {
            ids.add(segment.text(1, 1));
        }
    }

    @Override
    public void envelopeFault(long position, String message) {
        // our own file is whole
    }

    @Override
    public void finish(long position) {
        // all claims were seen
    }
}
