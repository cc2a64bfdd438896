package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Money;

/** CAS: the adjustments of one payer, each group by itself. */
final class Adjustments {
    private static final int SEGMENTS = 5;
    private static final int IN_A_SEGMENT = 6;

    private final Loops out;

    Adjustments(Loops out) {
        this.out = out;
    }

    void write(List<Adjustment> adjustments) {
        if (adjustments.isEmpty()) {
            return;
        }
        Map<String, List<Adjustment>> groups = new LinkedHashMap<>();
        for (Adjustment adjustment : adjustments) {
            groups.computeIfAbsent(adjustment.group(), group -> new ArrayList<>())
                    .add(adjustment);
        }
        int segments = 0;
        for (List<Adjustment> group : groups.values()) {
            for (int from = 0; from < group.size(); from += IN_A_SEGMENT) {
                segment(group.subList(from, Math.min(group.size(), from + IN_A_SEGMENT)));
                segments++;
            }
        }
        if (segments > SEGMENTS) {
            out.fault("CAS01", "there are more adjustments than " + SEGMENTS + " segments hold");
        }
    }

    private void segment(List<Adjustment> adjustments) {
        List<String> elements = new ArrayList<>(1 + 3 * adjustments.size());
        elements.add(out.code("CAS01", adjustments.get(0).group(), 2));
        for (Adjustment adjustment : adjustments) {
            BigDecimal quantity = adjustment.quantity();
            elements.add(out.code("CAS02", adjustment.reason(), 5));
            elements.add(out.money("CAS03", adjustment.amount()));
            elements.add(quantity == null ? "" : out.number("CAS04", quantity));
        }
        out.segment("CAS", elements.toArray(String[]::new));
    }

    /** What they take off together. */
    static BigDecimal sum(List<Adjustment> adjustments) {
        BigDecimal sum = Money.ZERO;
        for (Adjustment adjustment : adjustments) {
            sum = sum.add(adjustment.amount());
        }
        return sum;
    }
}
