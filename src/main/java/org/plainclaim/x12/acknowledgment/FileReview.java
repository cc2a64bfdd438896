package org.plainclaim.x12.acknowledgment;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.TransactionKind;

/**
 * Collects what is wrong with a file and says what is owed for it.
 *
 * <p>Who reads the file anyway tells what it finds, and hands over the segments when it reads the file again; so nothing
 * has to be read for the acknowledgment alone.
 */
public final class FileReview {
    private final ContentReview content = new ContentReview();
    private final EnvelopeReview envelope = new EnvelopeReview(content);

    /** A reader found these. */
    public void found(List<InterchangeFault> faults) {
        content.add(faults);
    }

    /** Reads the file for the kinds that nobody else reads. */
    public void read(Acknowledging.Source file, Set<TransactionKind> kinds) throws IOException {
        content.read(file, kinds);
    }

    /** Takes the segments, once all is found. */
    public SegmentFeed.Sink segments() {
        return envelope;
    }

    /** What is owed; complete when the segments were taken. */
    public Acknowledgments acknowledgments() {
        return envelope.acknowledgments();
    }
}
