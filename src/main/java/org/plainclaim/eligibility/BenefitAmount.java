package org.plainclaim.eligibility;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Numbers;

/**
 * How much.
 *
 * @param money dollars (EB07); null if not said
 * @param percent part of one, such as 0.2 (EB08); null if not said
 * @param unit what is counted (EB09), such as {@code VS} visits or {@code DY} days; empty if nothing is
 * @param quantity how many (EB10); null if not said
 */
public record BenefitAmount(
        @Nullable BigDecimal money, @Nullable BigDecimal percent, String unit, @Nullable BigDecimal quantity) {
    /** No number. */
    public static final BenefitAmount NONE = new BenefitAmount(null, null, "", null);

    public BenefitAmount {
        money = money == null ? null : Money.of(money);
        percent = percent == null ? null : Numbers.plain(percent);
        quantity = quantity == null ? null : Numbers.plain(quantity);
    }

    /** Dollars. */
    public static BenefitAmount money(String dollars) {
        return new BenefitAmount(Money.of(dollars), null, "", null);
    }

    /** A part of one. */
    public static BenefitAmount percent(String part) {
        return new BenefitAmount(null, new BigDecimal(part), "", null);
    }

    /** A number of things. */
    public static BenefitAmount count(String unit, int quantity) {
        return new BenefitAmount(null, null, unit, BigDecimal.valueOf(quantity));
    }
}
