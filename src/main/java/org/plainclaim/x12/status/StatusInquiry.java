package org.plainclaim.x12.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.Reference;

/**
 * A question about one claim (276).
 *
 * @param context payer, asker and provider
 * @param subscriber whose insurance it is
 * @param dependent the patient; null if it is the subscriber
 * @param trace our number of the question; the answer repeats it
 * @param references what the payer may find the claim by: 1K, EJ (CLM01), BLT and others
 * @param charge total charge; null if not sent
 * @param from first date of service; null if not sent
 * @param to last date of service; null if it is one day
 */
public record StatusInquiry(
        StatusContext context,
        Member subscriber,
        @Nullable Member dependent,
        String trace,
        List<Reference> references,
        @Nullable BigDecimal charge,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public StatusInquiry {
        references = List.copyOf(references);
        charge = charge == null ? null : Money.of(charge);
    }
}
