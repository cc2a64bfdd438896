package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.x12.InterchangeFault;

/** The three sums of an 835, to the cent. */
public final class Balance {
    private Balance() {}

    /** What a line should have been paid: the charge less its adjustments. */
    public static BigDecimal expected(ServicePayment line) {
        return less(line.charge(), line.adjustments());
    }

    /** What a claim should have been paid: the charge less the adjustments of the claim and of its lines. */
    public static BigDecimal expected(ClaimPayment claim) {
        BigDecimal left = less(claim.charge(), claim.adjustments());
        for (ServicePayment line : claim.lines()) {
            left = less(left, line.adjustments());
        }
        return left;
    }

    /** What a transaction should have paid: its claims less the provider adjustments. */
    public static BigDecimal expected(BigDecimal claims, List<ProviderAdjustment> adjustments) {
        BigDecimal left = claims;
        for (ProviderAdjustment adjustment : adjustments) {
            left = left.subtract(adjustment.amount());
        }
        return left;
    }

    /** What does not balance in a claim; the segment is that of its CLP. */
    static List<InterchangeFault> faults(ClaimPayment claim, long segment) {
        List<InterchangeFault> faults = new ArrayList<>(0);
        for (int i = 0; i < claim.lines().size(); i++) {
            ServicePayment line = claim.lines().get(i);
            if (line.paid().compareTo(expected(line)) != 0) {
                String message = "line " + (i + 1) + ": " + said(expected(line), line.paid());
                faults.add(new InterchangeFault(InterchangeFault.Level.LINE, segment, message));
            }
        }
        if (claim.paid().compareTo(expected(claim)) != 0) {
            String message = "claim: " + said(expected(claim), claim.paid());
            faults.add(new InterchangeFault(InterchangeFault.Level.CLAIM, segment, message));
        }
        return faults;
    }

    private static String said(BigDecimal expected, BigDecimal paid) {
        return "the charge less all adjustments is " + expected + ", but " + paid + " is said to be paid";
    }

    private static BigDecimal less(BigDecimal charge, List<Adjustment> adjustments) {
        BigDecimal left = charge;
        for (Adjustment adjustment : adjustments) {
            left = left.subtract(adjustment.amount());
        }
        return left;
    }
}
