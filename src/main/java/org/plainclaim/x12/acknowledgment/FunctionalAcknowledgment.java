package org.plainclaim.x12.acknowledgment;

import java.util.List;

/**
 * A 999: a group and its transactions.
 *
 * @param interchange control number of the interchange that the group came in (ISA13); it is not written
 * @param group the group
 * @param transactions its transactions; none if the group itself was refused
 */
public record FunctionalAcknowledgment(
        String interchange, GroupAcknowledgment group, List<TransactionAcknowledgment> transactions) {
    public FunctionalAcknowledgment {
        transactions = List.copyOf(transactions);
    }

    boolean rejects(String control) {
        return group.disposition() == Disposition.REJECTED
                || transactions.stream()
                        .anyMatch(transaction -> !transaction.disposition().taken()
                                && transaction.control().equals(control));
    }
}
