package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.Said;

/** A service line in the making. */
final class LineDraft {
    private final Procedure procedure;
    private final BigDecimal charge;
    private final BigDecimal paid;
    private final String revenueCode;
    private final @Nullable BigDecimal units;
    private final @Nullable Procedure submitted;
    private final @Nullable BigDecimal submittedUnits;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    final List<Adjustment> adjustments = new ArrayList<>(4);
    final List<Reference> references = new ArrayList<>(2);
    final List<Amount> amounts = new ArrayList<>(2);
    final List<String> remarks = new ArrayList<>(1);

    /** Begins with SVC. */
    LineDraft(Said svc) {
        Procedure first = svc.procedure(1);
        if (first == null) {
            svc.wrong(1, "has to name a procedure");
        }
        procedure = first == null ? new Procedure("", "", List.of()) : first;
        charge = svc.amount(2);
        paid = svc.amount(3);
        revenueCode = svc.text(4);
        units = svc.number(5);
        submitted = svc.procedure(6);
        submittedUnits = svc.number(7);
    }

    /** DTM: 472 is a day, 150 and 151 are the first and the last one. */
    void date(Said dtm) {
        if (dtm.text(1).equals("151")) {
            to = dtm.date(2);
        } else if (dtm.text(1).equals("472") || dtm.text(1).equals("150")) {
            from = dtm.date(2);
        }
    }

    ServicePayment made() {
        return new ServicePayment(
                procedure,
                charge,
                paid,
                revenueCode,
                units,
                submitted,
                submittedUnits,
                from,
                to,
                adjustments,
                references,
                amounts,
                remarks);
    }
}
