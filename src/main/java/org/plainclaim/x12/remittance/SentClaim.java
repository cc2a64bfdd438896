package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.util.List;
import org.plainclaim.submission.Money;

/**
 * A claim as we sent it, as far as an answer has to be matched with it.
 *
 * @param id CLM01
 * @param payerControlNumber the number that the payer gave it in an earlier answer; empty if none is known
 * @param charge CLM02
 * @param lines its lines, in order
 */
public record SentClaim(String id, String payerControlNumber, BigDecimal charge, List<SentLine> lines) {
    public SentClaim {
        charge = Money.of(charge);
        lines = List.copyOf(lines);
    }
}
