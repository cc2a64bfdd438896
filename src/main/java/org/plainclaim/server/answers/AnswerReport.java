package org.plainclaim.server.answers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.x12.Controls;

/** What came of a file, told while it is applied: counts, and sentences without a name or number of a person. */
final class AnswerReport {
    /** What to do about a file that is not sound. */
    static final String DAMAGED = "Ask the payer for a file that is whole and balances.";

    private static final int MOST_SENTENCES = 100;

    private final List<String> refused = new ArrayList<>();
    private final Set<Controls> transactions = new HashSet<>();
    private long refusals;
    private boolean aside;
    private int applied;
    private int unmatched;
    private int duplicates;

    /** Counts of one step. */
    record Counts(int applied, int unmatched) {}

    void add(Counts counts) {
        applied += counts.applied();
        unmatched += counts.unmatched();
    }

    void duplicate() {
        duplicates++;
    }

    void refuse(String sentence) {
        refusals++;
        if (refused.size() < MOST_SENTENCES) {
            refused.add(sentence);
        }
    }

    /** All of the file is for somebody else. */
    void setAside(String sentence) {
        aside = true;
        refuse(sentence);
    }

    /** Whether the file is for somebody else. */
    boolean isAside() {
        return aside;
    }

    /** What is to be done about what was refused. */
    String advice() {
        return aside
                ? "Give it to whom it names, or write the id into answers_to of the trading partner and send it again."
                : DAMAGED;
    }

    /** A transaction of which nothing was applied. */
    void refuse(Controls transaction) {
        transactions.add(transaction);
    }

    /** Transactions of which nothing was applied. */
    Set<Controls> refusedTransactions() {
        return Set.copyOf(transactions);
    }

    /** Statements that were applied. */
    int applied() {
        return applied;
    }

    /** Statements that wait for what they speak of. */
    int unmatched() {
        return unmatched;
    }

    /** Transactions that were applied before, from another file. */
    int duplicates() {
        return duplicates;
    }

    /** What was refused, and why. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** True if something was refused, and nothing else came of the file. */
    boolean nothing() {
        return refusals > 0 && applied + unmatched + duplicates == 0;
    }

    /** In a few lines. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append("applied ").append(applied).append(", waiting ").append(unmatched);
        text.append(", known before ").append(duplicates);
        refused.forEach(sentence -> text.append('\n').append(sentence));
        return text.toString();
    }
}
