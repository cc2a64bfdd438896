package org.plainclaim.submission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Why a payer paid another amount than was charged (a triple of CAS).
 *
 * @param group CO, PR, OA or PI: who bears it
 * @param reason claim adjustment reason code (CARC)
 * @param amount what it takes off the charge; negative if it adds
 * @param quantity units taken off; null if not said
 */
public record Adjustment(String group, String reason, BigDecimal amount, @Nullable BigDecimal quantity) {
    public Adjustment {
        amount = Money.of(amount);
        quantity = quantity == null ? null : Numbers.plain(quantity);
    }

    /** An adjustment without units. */
    public Adjustment(String group, String reason, BigDecimal amount) {
        this(group, reason, amount, null);
    }
}
