package org.plainclaim.submission;

import java.math.BigDecimal;

/** Counts, such as units, in one form so that equal ones are equal. */
public final class Numbers {
    private Numbers() {}

    /** The number without zeros at the end and without an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
