package org.plainclaim.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in dollars with two decimals. */
public final class Money {
    /** No money. */
    public static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);

    private Money() {}

    /**
     * The amount with two decimals.
     *
     * @throws ArithmeticException if it has a part of a cent
     */
    public static BigDecimal of(BigDecimal amount) {
        return amount.scale() == 2 ? amount : amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** The same of a text, such as {@code 120.5}. */
    public static BigDecimal of(String amount) {
        return of(new BigDecimal(amount));
    }

    /** As X12 writes it: without zeros at the end. */
    public static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
