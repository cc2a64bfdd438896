package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import org.plainclaim.submission.Money;

/**
 * An amount for information (AMT); it takes no part in the balance.
 *
 * @param qualifier what it is, such as B6 (allowed), AU (coverage), I (interest)
 * @param value dollars
 */
public record Amount(String qualifier, BigDecimal value) {
    public Amount {
        value = Money.of(value);
    }
}
