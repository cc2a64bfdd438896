package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Numbers;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Reference;

/**
 * What the payer says about one service line (loop 2110).
 *
 * @param procedure what was adjudicated (SVC01)
 * @param charge SVC02
 * @param paid SVC03
 * @param revenueCode SVC04; empty if none
 * @param units units paid (SVC05); null means one
 * @param submitted what we sent, if the payer changed it (SVC06); null if not
 * @param submittedUnits units we sent, if the payer changed them (SVC07); null if not
 * @param from first date of service; null if only the claim has dates
 * @param to last date of service; null if it is one day
 * @param adjustments why the payer paid another amount than was charged
 * @param references numbers, such as 6R (our line control number)
 * @param amounts amounts for information
 * @param remarks remark codes (LQ*HE)
 */
public record ServicePayment(
        Procedure procedure,
        BigDecimal charge,
        BigDecimal paid,
        String revenueCode,
        @Nullable BigDecimal units,
        @Nullable Procedure submitted,
        @Nullable BigDecimal submittedUnits,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Adjustment> adjustments,
        List<Reference> references,
        List<Amount> amounts,
        List<String> remarks) {
    public ServicePayment {
        charge = Money.of(charge);
        paid = Money.of(paid);
        units = units == null ? null : Numbers.plain(units);
        submittedUnits = submittedUnits == null ? null : Numbers.plain(submittedUnits);
        adjustments = List.copyOf(adjustments);
        references = List.copyOf(references);
        amounts = List.copyOf(amounts);
        remarks = List.copyOf(remarks);
    }

    /** The number of the line that we sent (REF*6R). */
    public Optional<String> control() {
        return references.stream()
                .filter(reference -> reference.qualifier().equals("6R"))
                .map(Reference::value)
                .findFirst();
    }

    /** An amount for information. */
    public Optional<BigDecimal> amount(String qualifier) {
        return amounts.stream()
                .filter(amount -> amount.qualifier().equals(qualifier))
                .map(Amount::value)
                .findFirst();
    }
}
