package org.plainclaim.x12.remittance;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.SegmentFeed;

/** Reads 835 files in memory that does not grow with the file. */
public final class RemittanceReader {
    /** How many transactions a file may have to be read checked: what is found of each has to fit into memory. */
    static final int MOST_TRANSACTIONS = 10_000;

    /** How many faults and provider adjustments are kept of all transactions together. */
    private static final int MOST_PARTS = 50_000;

    private RemittanceReader() {}

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
    public static void read(InputStream file, RemittanceListener listener) throws IOException {
        SegmentFeed.read(file, new RemittanceAssembler(listener));
    }

    /**
     * Reads the file twice: first to see what is whole and balances, then to hand over only the claims of those
     * transactions, so that nothing has to be taken back. Of a file whose envelope is wrong no claim is handed over.
     *
     * @return what the first reading found, one for each transaction in the order of the file
     * @throws IOException if the stream fails
     */
    public static Checked readChecked(Source source, RemittanceListener listener) throws IOException {
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
    public record Checked(List<RemittanceSummary> transactions, List<InterchangeFault> envelope) {
        public Checked {
            transactions = List.copyOf(transactions);
            envelope = List.copyOf(envelope);
        }

        /** True if every transaction may be posted. */
        public boolean postable() {
            return envelope.isEmpty() && transactions.stream().allMatch(RemittanceSummary::postable);
        }
    }

    private static final class Check implements RemittanceListener {
        private final List<RemittanceSummary> summaries = new ArrayList<>();
        private List<InterchangeFault> envelope = List.of();
        private boolean full;
        private int parts;

        private List<InterchangeFault> faults() {
            return full
                    ? List.of(new InterchangeFault(
                            InterchangeFault.Level.ENVELOPE, 0, "the file has more transactions than can be checked"))
                    : envelope;
        }

        @Override
        public void opened(RemittanceHeader header) {
            // only the end tells
        }

        @Override
        public void claim(ClaimPayment claim) {
            // only the end tells
        }

        @Override
        public void closed(RemittanceSummary summary) {
            parts += summary.faults().size() + summary.adjustments().size();
            full |= summaries.size() == MOST_TRANSACTIONS || parts > MOST_PARTS;
            if (!full) {
                summaries.add(summary);
            }
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            envelope = faults;
        }
    }

    /** Lets through the transactions that may be posted. */
    private static final class Sieve implements RemittanceListener {
        private final List<RemittanceSummary> known;
        private final RemittanceListener listener;
        private int next;

        private Sieve(List<RemittanceSummary> known, RemittanceListener listener) {
            this.known = known;
            this.listener = listener;
        }

        private boolean passes() {
            return next < known.size() && known.get(next).postable();
        }

        @Override
        public void opened(RemittanceHeader header) {
            if (passes()) {
                listener.opened(header);
            }
        }

        @Override
        public void claim(ClaimPayment claim) {
            if (passes()) {
                listener.claim(claim);
            }
        }

        @Override
        public void closed(RemittanceSummary summary) {
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
