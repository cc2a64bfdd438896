package org.plainclaim.x12;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file twice: first to see which transactions are whole, then to hand over the claims of those alone, so that
 * nothing has to be taken back. This is the listener of the first reading.
 *
 * @param <H> what stands before the claims of a transaction
 * @param <C> a claim
 * @param <S> what is known at the end of a transaction
 */
public final class CheckedReading<H, C, S extends TransactionSummary<S>> implements TransactionListener<H, C, S> {
    /** How many transactions a file may have: what is found of each has to fit into memory. */
    public static final int MOST_TRANSACTIONS = 10_000;

    /** How many parts of summaries, such as faults, are kept of all transactions together. */
    private static final int MOST_PARTS = 50_000;

    private final List<S> summaries = new ArrayList<>();
    private List<InterchangeFault> envelope = List.of();
    private long transactions;
    private long parts;

    @Override
    public void opened(H header) {
        // only the end tells
    }

    @Override
    public void claim(C claim) {
        // only the end tells
    }

    @Override
    public void closed(S summary) {
        transactions++;
        if (transactions > MOST_TRANSACTIONS) {
            return;
        }
        boolean room = parts + summary.parts() <= MOST_PARTS;
        parts += room ? summary.parts() : 0;
        summaries.add(room ? summary : summary.light());
    }

    @Override
    public void ended(List<InterchangeFault> faults) {
        envelope = faults;
    }

    /** What the first reading found. */
    public CheckedTransactions<S> found() {
        if (transactions <= MOST_TRANSACTIONS) {
            return new CheckedTransactions<>(summaries, envelope);
        }
        String message = "the file has more than " + MOST_TRANSACTIONS + " transactions";
        return new CheckedTransactions<>(
                summaries, List.of(new InterchangeFault(InterchangeFault.Level.ENVELOPE, 0, message)));
    }

    /** The listener of the second reading, which lets through what is whole. */
    public TransactionListener<H, C, S> second(TransactionListener<H, C, S> listener) {
        return new Sieve<>(found(), listener);
    }

    private static final class Sieve<H, C, S extends TransactionSummary<S>> implements TransactionListener<H, C, S> {
        private final CheckedTransactions<S> known;
        private final TransactionListener<H, C, S> listener;
        private int next;

        private Sieve(CheckedTransactions<S> known, TransactionListener<H, C, S> listener) {
            this.known = known;
            this.listener = listener;
        }

        private boolean passes() {
            return known.envelope().isEmpty()
                    && next < known.transactions().size()
                    && known.transactions().get(next).whole();
        }

        @Override
        public void opened(H header) {
            if (passes()) {
                listener.opened(header);
            }
        }

        @Override
        public void claim(C claim) {
            if (passes()) {
                listener.claim(claim);
            }
        }

        @Override
        public void closed(S summary) {
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
