package org.plainclaim.x12;

import java.util.List;

/**
 * What a first reading found.
 *
 * @param transactions one summary for each transaction, in the order of the file
 * @param envelope what is wrong outside of them
 * @param <S> the kind of summary
 */
public record CheckedTransactions<S extends TransactionSummary<S>>(
        List<S> transactions, List<InterchangeFault> envelope) {
    public CheckedTransactions {
        transactions = List.copyOf(transactions);
        envelope = List.copyOf(envelope);
    }

    /** True if nothing is wrong with the file. */
    public boolean whole() {
        return envelope.isEmpty() && transactions.stream().allMatch(TransactionSummary::whole);
    }

    /** True if a second reading hands over anything: of a file whose envelope is wrong it does not. */
    public boolean anyWhole() {
        return envelope.isEmpty() && transactions.stream().anyMatch(TransactionSummary::whole);
    }
}
