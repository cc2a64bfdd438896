package org.plainclaim.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;

/** The rules about which diagnosis stands behind which. The documented order stays, but for what a rule moves. */
final class OrderRules {
    /** More rounds than any claim needs; tables that contradict each other end here. */
    private static final int ROUNDS = 24;

    private final ByBeginning<Order> orders;

    OrderRules(RuleBook book) {
        orders = new ByBeginning<>(
                book.table(DiagnosisTables.ORDER).rows().stream().map(Order::of).toList(), Order::codes);
    }

    /**
     * A row, taken apart.
     *
     * @param behind codes one of which has to stand before; none: any that may itself come first
     */
    private record Order(Row row, Beginnings codes, Beginnings behind) {
        static Order of(Row row) {
            return new Order(row, Beginnings.of(row, "code-begins"), Beginnings.of(row, "behind-begins"));
        }

        boolean neverFirst() {
            return behind.none();
        }
    }

    /** The diagnoses in the order of the claim; says what was moved, and what stands where it may not. */
    List<Seen> order(List<Seen> documented, Said said) {
        List<Seen> ordered = new ArrayList<>(documented);
        Map<Row, Seen> moved = new HashMap<>();
        boolean again = documented.size() > 1;
        for (int round = 0; again && round < ROUNDS; round++) {
            again = move(ordered, said, moved);
        }
        for (int i = 0; i < ordered.size(); i++) {
            for (Order order : orders.of(ordered.get(i).code())) {
                if (speaks(order, ordered.get(i), said)) {
                    judge(order, i, ordered, said);
                }
            }
        }
        return ordered;
    }

    private boolean speaks(Order order, Seen seen, Said said) {
        return said.holdsOn(order.row()) && order.codes().fit(seen.code());
    }

    /** Moves one diagnosis before another, if a rule wants it. */
    private boolean move(List<Seen> ordered, Said said, Map<Row, Seen> moved) {
        for (int i = 0; i < ordered.size(); i++) {
            for (Order order : orders.of(ordered.get(i).code())) {
                int from = speaks(order, ordered.get(i), said) ? wanted(order, i, ordered, said) : -1;
                if (from > i) {
                    Seen behind = ordered.get(i);
                    Seen before = ordered.remove(from);
                    ordered.add(i, before);
                    if (moved.put(order.row(), behind) == null) {
                        said.moved(order.row(), behind.beside(before), Said.both(behind, before));
                    }
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the one that has to stand before is; -1 if the order is right, or there is none. */
    private int wanted(Order order, int at, List<Seen> ordered, Said said) {
        if (order.neverFirst() && at > 0) {
            return -1;
        }
        for (int i = 0; i < ordered.size(); i++) {
            if (i != at && goesBefore(order, ordered.get(i), said)) {
                return i < at ? -1 : i;
            }
        }
        return -1;
    }

    private boolean goesBefore(Order order, Seen other, Said said) {
        if (!order.neverFirst()) {
            return order.behind().fit(other.code());
        }
        for (Order theirs : orders.of(other.code())) {
            if (theirs.neverFirst() && speaks(theirs, other, said)) {
                return false;
            }
        }
        return true;
    }

    /** Where nothing stands before it, that is said only of the first, and only if the rule minds. */
    private void judge(Order order, int at, List<Seen> ordered, Said said) {
        Seen seen = ordered.get(at);
        if (order.row().result("severity").isEmpty()) {
            return;
        }
        Verdict verdict = at == 0 ? Verdict.FAIL : Verdict.PASS;
        said.say(order.row(), verdict, seen.facts(), seen.evidence());
    }
}
