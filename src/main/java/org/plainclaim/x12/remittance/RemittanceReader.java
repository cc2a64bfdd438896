package org.plainclaim.x12.remittance;

import java.io.IOException;
import java.io.InputStream;
import org.plainclaim.x12.CheckedReading;
import org.plainclaim.x12.CheckedTransactions;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.TransactionListener;

/** Reads 835 files in memory that does not grow with the file. */
public final class RemittanceReader {
    private RemittanceReader() {}

    /** A file that can be opened twice. */
    public interface Source {
        /** The beginning of the file. */
        InputStream open() throws IOException;
    }

    /** Makes of segments what a listener is told. */
    public static SegmentFeed.Sink sink(
            TransactionListener<RemittanceHeader, ClaimPayment, RemittanceSummary> listener) {
        return new RemittanceAssembler(listener);
    }

    /**
     * Hands over what the file says, also what is wrong with it.
     *
     * @throws IOException if the stream fails
     */
    public static void read(
            InputStream file, TransactionListener<RemittanceHeader, ClaimPayment, RemittanceSummary> listener)
            throws IOException {
        SegmentFeed.read(file, sink(listener));
    }

    /**
     * Reads the file twice and hands over only the claims of transactions that are whole, none if the envelope is wrong.
     *
     * @return what the first reading found
     * @throws IOException if the stream fails
     */
    public static CheckedTransactions<RemittanceSummary> readChecked(Source source, RemittanceListener listener)
            throws IOException {
        CheckedReading<RemittanceHeader, ClaimPayment, RemittanceSummary> check = new CheckedReading<>();
        try (InputStream first = source.open()) {
            read(first, check);
        }
        CheckedTransactions<RemittanceSummary> found = check.found();
        if (found.envelope().isEmpty()) {
            try (InputStream second = source.open()) {
                read(second, check.second(listener));
            }
        }
        return found;
    }
}
