package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.util.List;
import org.plainclaim.submission.Money;

/**
 * A part of a charge that the payer refused.
 *
 * @param group who bears it: CO, PR, OA or PI
 * @param reason claim adjustment reason code (CARC)
 * @param remarks remark codes (RARC) of the line, or of the claim if it has no line
 * @param amount dollars refused
 */
public record Denial(String group, String reason, List<String> remarks, BigDecimal amount) {
    public Denial {
        remarks = List.copyOf(remarks);
        amount = Money.of(amount);
    }
}
