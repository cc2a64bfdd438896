package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.util.List;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.x12.Said;

/** Reads CAS. */
final class AdjustmentDrafts {
    /** Five segments of six, and some more; a claim has to fit into memory, whoever sent it. */
    private static final int MOST = 60;

    private AdjustmentDrafts() {}

    static void take(Said cas, List<Adjustment> into) {
        for (int element = 2; element <= 17; element += 3) {
            String reason = cas.text(element);
            if (reason.isEmpty()) {
                if (element == 2 || !cas.text(element + 1).isEmpty()) {
                    cas.wrong(element, "has to be a reason");
                }
                continue;
            }
            BigDecimal amount = cas.amount(element + 1);
            if (into.size() == MOST) {
                cas.wrong("there are more than " + MOST + " adjustments");
                return;
            }
            into.add(new Adjustment(cas.text(1), reason, amount, cas.number(element + 2)));
        }
    }
}
