package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.util.List;

/**
 * The parts of a charge after an answer; {@code charge = paid + contractual + reduction + deductible + coinsurance +
 * copayment + patient + prior + denied}.
 *
 * @param charge what was charged
 * @param allowed what the payer allows: AMT*B6 if given, else the charge less what is contractual or denied
 * @param paid what was paid
 * @param contractual to be written off under the contract
 * @param reduction what the law takes off the payment (sequestration), to be written off too
 * @param deductible PR-1
 * @param coinsurance PR-2
 * @param copayment PR-3
 * @param patient other money that the patient owes
 * @param prior borne by the payer before this one
 * @param denied sum of the denials
 * @param denials what was refused, and why
 */
public record PostedAmounts(
        BigDecimal charge,
        BigDecimal allowed,
        BigDecimal paid,
        BigDecimal contractual,
        BigDecimal reduction,
        BigDecimal deductible,
        BigDecimal coinsurance,
        BigDecimal copayment,
        BigDecimal patient,
        BigDecimal prior,
        BigDecimal denied,
        List<Denial> denials) {
    public PostedAmounts {
        denials = List.copyOf(denials);
    }

    /** All that the patient owes without a denial. */
    public BigDecimal patientResponsibility() {
        return deductible.add(coinsurance).add(copayment).add(patient);
    }

    /** The sum of the parts; equal to the charge of whatever balances. */
    public BigDecimal parts() {
        return paid.add(contractual)
                .add(reduction)
                .add(patientResponsibility())
                .add(prior)
                .add(denied);
    }
}
