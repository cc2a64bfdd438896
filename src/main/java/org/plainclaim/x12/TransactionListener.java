package org.plainclaim.x12;

import java.util.List;

/**
 * Is handed a file of transactions piece by piece, in the order of the file.
 *
 * @param <H> what stands before the claims of a transaction
 * @param <C> a claim
 * @param <S> what is known at the end of a transaction
 */
public interface TransactionListener<H, C, S> {
    /** A transaction begins. */
    void opened(H header);

    /** One claim of it; whether the transaction is whole is not known yet. */
    void claim(C claim);

    /** The transaction ended, or the file did. */
    void closed(S summary);

    /** The file ended; the faults are those outside of its transactions, and make all of it doubtful. */
    void ended(List<InterchangeFault> faults);
}
