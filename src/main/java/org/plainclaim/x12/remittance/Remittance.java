package org.plainclaim.x12.remittance;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.InterchangeFault;

/**
 * A whole remittance, to be written.
 *
 * @param header what stands before the claims; its control numbers are those of the file, not these
 * @param contact telephone number of the payer, which the guide wants
 * @param claims what is said of claims
 * @param adjustments provider adjustments
 */
public record Remittance(
        RemittanceHeader header, String contact, List<ClaimPayment> claims, List<ProviderAdjustment> adjustments) {
    public Remittance {
        claims = List.copyOf(claims);
        adjustments = List.copyOf(adjustments);
    }

    /** What does not balance. */
    public List<InterchangeFault> faults() {
        List<InterchangeFault> faults = new ArrayList<>();
        java.math.BigDecimal paid = Money.ZERO;
        for (ClaimPayment claim : claims) {
            faults.addAll(Balance.faults(claim, 0));
            paid = paid.add(claim.paid());
        }
        if (Balance.expected(paid, adjustments).compareTo(header.payment().amount()) != 0) {
            faults.add(new InterchangeFault(
                    InterchangeFault.Level.TRANSACTION,
                    0,
                    "the claims less the provider adjustments are not the payment"));
        }
        return faults;
    }
}
