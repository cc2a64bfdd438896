package org.plainclaim.x12.remittance;

import org.plainclaim.x12.Controls;

/**
 * What a transaction is known by, to be stored by whoever posts it.
 *
 * @param payment payer, trace, amount and date: a second file with it pays the same money again
 * @param transmission sender and control numbers: a second file with it is the same file
 */
public record RemittanceKey(String payment, String transmission) {
    static RemittanceKey of(RemittanceHeader header) {
        Payment paid = header.payment();
        Controls controls = header.controls();
        String payment = String.join(
                "|",
                header.payer().name(),
                header.payer().id(),
                paid.originator(),
                paid.trace(),
                paid.amount().toPlainString(),
                paid.date().toString());
        String transmission =
                String.join("|", controls.sender(), controls.interchange(), controls.group(), controls.transaction());
        return new RemittanceKey(payment, transmission);
    }
}
