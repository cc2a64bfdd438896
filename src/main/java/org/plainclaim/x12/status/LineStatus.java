package org.plainclaim.x12.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;

/**
 * What is said about one service line.
 *
 * @param procedure code and modifiers
 * @param charge amount charged
 * @param control our line control number (REF*FJ); empty if not given
 * @param from first date of service; null if not given
 * @param to last date of service; null if it is one day
 * @param statuses what is said
 */
public record LineStatus(
        Procedure procedure,
        BigDecimal charge,
        String control,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Status> statuses) {
    public LineStatus {
        charge = Money.of(charge);
        statuses = List.copyOf(statuses);
    }
}
