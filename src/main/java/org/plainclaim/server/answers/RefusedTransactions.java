package org.plainclaim.server.answers;

import java.util.List;
import java.util.Set;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.acknowledgment.Acknowledgments;
import org.plainclaim.x12.acknowledgment.Disposition;
import org.plainclaim.x12.acknowledgment.FunctionalAcknowledgment;
import org.plainclaim.x12.acknowledgment.GroupAcknowledgment;
import org.plainclaim.x12.acknowledgment.TransactionAcknowledgment;

/** Makes an acknowledgment refuse what was refused for its sums, which no check of the syntax sees. */
final class RefusedTransactions {
    /** IK502: one or more segments are in error. */
    private static final String IN_ERROR = "5";

    private RefusedTransactions() {}

    static Acknowledgments in(Acknowledgments owed, Set<Controls> refused) {
        return new Acknowledgments(
                owed.readable(),
                owed.interchanges(),
                owed.groups().stream().map(group -> group(group, refused)).toList());
    }

    private static FunctionalAcknowledgment group(FunctionalAcknowledgment one, Set<Controls> refused) {
        List<TransactionAcknowledgment> transactions = one.transactions().stream()
                .map(transaction -> refuses(one, transaction, refused) ? rejected(transaction) : transaction)
                .toList();
        if (transactions.equals(one.transactions())) {
            return one;
        }
        GroupAcknowledgment group = one.group();
        long accepted = transactions.stream()
                .filter(transaction -> transaction.disposition().taken())
                .count();
        GroupAcknowledgment changed = new GroupAcknowledgment(
                group.group(),
                accepted == 0 ? Disposition.REJECTED : Disposition.PARTLY_ACCEPTED,
                group.included(),
                group.received(),
                accepted,
                group.codes());
        return new FunctionalAcknowledgment(one.interchange(), changed, transactions);
    }

    private static boolean refuses(
            FunctionalAcknowledgment group, TransactionAcknowledgment transaction, Set<Controls> refused) {
        return transaction.disposition().taken()
                && refused.stream()
                        .anyMatch(controls -> controls.interchange().equals(group.interchange())
                                && controls.group().equals(group.group().group().control())
                                && controls.transaction().equals(transaction.control()));
    }

    private static TransactionAcknowledgment rejected(TransactionAcknowledgment transaction) {
        return new TransactionAcknowledgment(
                transaction.transaction(),
                transaction.control(),
                transaction.version(),
                Disposition.REJECTED,
                List.of(IN_ERROR),
                transaction.errors());
    }
}
