package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.TransactionSummary;

/**
 * What is known when the last segment of a transaction was read.
 *
 * @param controls the control numbers it came under
 * @param header what stood before the claims; null if it can not be read, which is a fault
 * @param claims how many claims there were
 * @param paid sum of what the claims were paid
 * @param adjustments provider adjustments
 * @param faults what is wrong, the first {@value Faults#KEPT} of it
 * @param faultCount how much is wrong
 */
public record RemittanceSummary(
        Controls controls,
        @Nullable RemittanceHeader header,
        int claims,
        BigDecimal paid,
        List<ProviderAdjustment> adjustments,
        List<InterchangeFault> faults,
        long faultCount)
        implements TransactionSummary<RemittanceSummary> {

    public RemittanceSummary {
        adjustments = List.copyOf(adjustments);
        faults = List.copyOf(faults);
    }

    /** True if the transaction is whole and balances, so that its claims may be posted. */
    @Override
    public boolean whole() {
        return faultCount == 0;
    }

    @Override
    public int parts() {
        return adjustments.size() + faults.size();
    }

    @Override
    public RemittanceSummary light() {
        return new RemittanceSummary(controls, header, claims, paid, List.of(), List.of(), faultCount);
    }
}
