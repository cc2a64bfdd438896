package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is known when the last segment of a transaction was read.
 *
 * @param header what stood before the claims
 * @param claims how many claims there were
 * @param paid sum of what the claims were paid
 * @param adjustments provider adjustments
 * @param faults what is wrong, the first {@value #KEPT} of it
 * @param faultCount how much is wrong
 */
public record RemittanceSummary(
        RemittanceHeader header,
        int claims,
        BigDecimal paid,
        List<ProviderAdjustment> adjustments,
        List<RemittanceFault> faults,
        long faultCount) {
    /** A hostile file may have any number of faults; memory may not grow with them. */
    public static final int KEPT = 100;

    public RemittanceSummary {
        adjustments = List.copyOf(adjustments);
        faults = List.copyOf(faults);
    }

    /** True if the transaction is whole and balances, so that its claims may be posted. */
    public boolean postable() {
        return faultCount == 0;
    }
}
