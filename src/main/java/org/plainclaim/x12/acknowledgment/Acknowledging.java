package org.plainclaim.x12.acknowledgment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.x12.InterchangeContents;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.TransactionKind;

/**
 * Says which acknowledgments are owed for a file that came in, whatever it is.
 *
 * <p>What can not be read as an interchange is answered by a TA1, groups and transactions by a 999. A file of
 * acknowledgments alone is not acknowledged, unless it is broken.
 */
public final class Acknowledging {
    private Acknowledging() {}

    /** A file that can be opened several times. */
    public interface Source {
        /** The beginning of the file. */
        InputStream open() throws IOException;
    }

    /** The answer for a file in memory. */
    public static Acknowledgments of(byte[] file) {
        try {
            return of(() -> new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can not be read", e);
        }
    }

    /**
     * The answer for a file, which is read three times.
     *
     * @throws IOException if the stream itself fails
     */
    public static Acknowledgments of(Source file) throws IOException {
        Set<TransactionKind> kinds = new TreeSet<>();
        try (InputStream bytes = file.open()) {
            InterchangeContents.of(bytes).forEach(contents -> kinds.addAll(contents.kinds()));
        }
        FileReview review = new FileReview();
        review.read(file, kinds);
        try (InputStream bytes = file.open()) {
            SegmentFeed.read(bytes, review.segments());
        }
        return review.acknowledgments();
    }
}
