package org.plainclaim.x12;

import java.util.List;

/**
 * What is known at the end of a transaction.
 *
 * @param <S> the kind of summary
 */
public interface TransactionSummary<S extends TransactionSummary<S>> {
    /** What is wrong with it, the first part of it. */
    List<InterchangeFault> faults();

    /** True if nothing is wrong with it, so that its claims may be taken over. */
    boolean whole();

    /** How many parts have to be kept in memory to keep the summary. */
    int parts();

    /** The same without its parts; whether it is whole is still known. */
    S light();
}
