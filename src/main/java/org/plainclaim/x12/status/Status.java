package org.plainclaim.x12.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;

/**
 * One statement about a claim or a line (STC).
 *
 * @param codes one to three codes, the first one decides
 * @param date since when
 * @param action WQ (accepted) or U (rejected) in a 277CA; empty in a 277
 * @param charge amount charged; null if not said
 * @param paid amount paid; null if not said
 * @param paidOn day of the payment; null if not said
 * @param trace number of the check or transfer; empty if not said
 * @param message words of the payer; empty if none
 */
public record Status(
        List<StatusCode> codes,
        @Nullable LocalDate date,
        String action,
        @Nullable BigDecimal charge,
        @Nullable BigDecimal paid,
        @Nullable LocalDate paidOn,
        String trace,
        String message) {
    public Status {
        codes = List.copyOf(codes);
        charge = charge == null ? null : Money.of(charge);
        paid = paid == null ? null : Money.of(paid);
    }

    /** What it comes to. */
    public StatusOutcome outcome() {
        return codes.isEmpty()
                ? StatusOutcome.OTHER
                : StatusOutcome.of(codes.get(0).category());
    }
}
