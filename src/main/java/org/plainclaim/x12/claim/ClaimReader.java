package org.plainclaim.x12.claim;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.SegmentFeed;

/** Reads files of claims (837P and 837I) in memory that does not grow with the file. */
public final class ClaimReader {
    /** How many transactions a file may have to be read checked: what is found of each has to fit into memory. */
    static final int MOST_TRANSACTIONS = 10_000;

    /** How many faults are kept of all transactions together. */
    private static final int MOST_FAULTS = 1_000;

    private ClaimReader() {}

    /** A file that can be opened twice. */
    public interface Source {
        /** The beginning of the file. */
        InputStream open() throws IOException;
    }

    /**
     * Hands over what the file says, also what is wrong with it.
     *
     * @throws IOException if the stream fails
     */
    public static void read(InputStream file, ClaimListener listener) throws IOException {
        SegmentFeed.read(file, new ClaimAssembler(listener));
    }

    /**
     * Reads the file twice: first to see what is whole, then to hand over only the claims of whole transactions, so that
     * nothing has to be taken back. Of a file whose envelope is wrong no claim is handed over.
     *
     * @return what the first reading found
     * @throws IOException if the stream fails
     */
    public static Checked readChecked(Source source, ClaimListener listener) throws IOException {
        Check check = new Check();
        try (InputStream first = source.open()) {
            read(first, check);
        }
        Checked checked = new Checked(check.summaries, check.faults());
        if (checked.envelope().isEmpty()) {
            try (InputStream second = source.open()) {
                read(second, new Sieve(checked.transactions(), listener));
            }
        }
        return checked;
    }

    /**
     * What the first reading found.
     *
     * @param transactions one summary for each transaction
     * @param envelope what is wrong outside of them
     */
    public record Checked(List<ClaimSummary> transactions, List<InterchangeFault> envelope) {
        public Checked {
            transactions = List.copyOf(transactions);
            envelope = List.copyOf(envelope);
        }

        /** True if nothing is wrong with the file. */
        public boolean whole() {
            return envelope.isEmpty() && transactions.stream().allMatch(ClaimSummary::whole);
        }
    }

    private static final class Check implements ClaimListener {
        private final List<ClaimSummary> summaries = new ArrayList<>();
        private List<InterchangeFault> envelope = List.of();
        private long transactions;
        private int faults;

        @Override
        public void opened(ClaimHeader header) {
            // only the end tells
        }

        @Override
        public void claim(ReceivedClaim claim) {
            // only the end tells
        }

        @Override
        public void closed(ClaimSummary summary) {
            transactions++;
            if (transactions > MOST_TRANSACTIONS) {
                return;
            }
            boolean room = faults < MOST_FAULTS;
            faults += room ? summary.faults().size() : 0;
            summaries.add(room ? summary : summary.withoutFaults());
        }

        private List<InterchangeFault> faults() {
            if (transactions <= MOST_TRANSACTIONS) {
                return envelope;
            }
            String message = "the file has more than " + MOST_TRANSACTIONS + " transactions";
            return List.of(new InterchangeFault(InterchangeFault.Level.ENVELOPE, 0, message));
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            envelope = faults;
        }
    }

    /** Lets through the transactions that are whole. */
    private static final class Sieve implements ClaimListener {
        private final List<ClaimSummary> known;
        private final ClaimListener listener;
        private int next;

        private Sieve(List<ClaimSummary> known, ClaimListener listener) {
            this.known = known;
            this.listener = listener;
        }

        private boolean passes() {
            return next < known.size() && known.get(next).whole();
        }

        @Override
        public void opened(ClaimHeader header) {
            if (passes()) {
                listener.opened(header);
            }
        }

        @Override
        public void claim(ReceivedClaim claim) {
            if (passes()) {
                listener.claim(claim);
            }
        }

        @Override
        public void closed(ClaimSummary summary) {
            if (passes()) {
                listener.closed(summary);
            }
            next++;
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            listener.ended(faults);
        }
    }
}
