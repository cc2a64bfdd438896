package org.plainclaim.server.figures;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the original claims that left in a month, at the first try.
 *
 * @param month in which they left
 * @param sent how many
 * @param answered those that the payer took in or refused
 * @param accepted answered, and refused by no 999, TA1 or 277CA
 * @param decided those with an 835
 * @param undenied decided, accepted, and with nothing denied
 */
record FirstPass(YearMonth month, int sent, int answered, int accepted, int decided, int undenied) {
    private FirstPass plus(FirstPass other) {
        return new FirstPass(
                month,
                sent + other.sent,
                answered + other.answered,
                accepted + other.accepted,
                decided + other.decided,
                undenied + other.undenied);
    }

    /**
     * Claims that left on a day and have the same fate.
     *
     * @param state of the log
     * @param refused true if it was refused before a decision
     * @param denied true if something of it was denied
     * @param count how many
     */
    record Fate(YearMonth month, String state, boolean refused, boolean denied, int count) {
        private FirstPass counted() {
            boolean rejected = refused || state.equals("REJECTED");
            boolean decided = state.equals("ANSWERED");
            boolean answered = rejected || decided || state.equals("ACCEPTED");
            return new FirstPass(
                    month,
                    count,
                    answered ? count : 0,
                    answered && !rejected ? count : 0,
                    decided ? count : 0,
                    decided && !rejected && !denied ? count : 0);
        }
    }

    /** One for each month, the earliest first. */
    static List<FirstPass> of(List<Fate> fates) {
        Map<YearMonth, FirstPass> months = new TreeMap<>(Comparator.naturalOrder());
        fates.forEach(fate -> months.merge(fate.month(), fate.counted(), FirstPass::plus));
        return List.copyOf(months.values());
    }
}
