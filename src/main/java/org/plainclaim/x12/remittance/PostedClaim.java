package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.util.List;
import org.plainclaim.submission.Money;

/**
 * A claim of ours with what the payer said about it.
 *
 * @param sent our claim
 * @param answer what the payer said
 * @param forwarded true if the payer sent it on to the next payer
 * @param wholeClaim what the answer says about the whole claim, outside of its lines
 * @param outcome what the answer comes to for the whole claim
 * @param lines our lines that were answered; one that the payer split stands more than once
 * @param unmatched lines of the answer that are not ours, as far as one can tell
 * @param unanswered our lines of which an answer by lines says nothing
 */
public record PostedClaim(
        SentClaim sent,
        ClaimPayment answer,
        boolean forwarded,
        PostedAmounts wholeClaim,
        LineOutcome outcome,
        List<PostedLine> lines,
        List<UnmatchedLine> unmatched,
        List<SentLine> unanswered)
        implements Posting {
    public PostedClaim {
        lines = List.copyOf(lines);
        unmatched = List.copyOf(unmatched);
        unanswered = List.copyOf(unanswered);
    }

    /** True if nothing is left over for a person to match. */
    public boolean complete() {
        return unmatched.isEmpty() && unanswered.isEmpty();
    }

    /** Every denial of the claim and its lines. */
    public List<Denial> denials() {
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(wholeClaim),
                        lines.stream().map(PostedLine::amounts),
                        unmatched.stream().map(UnmatchedLine::amounts))
                .flatMap(parts -> parts)
                .flatMap(amounts -> amounts.denials().stream())
                .toList();
    }

    /** Money on lines that nobody could match. */
    public BigDecimal unmatchedPaid() {
        return unmatched.stream().map(line -> line.amounts().paid()).reduce(Money.ZERO, BigDecimal::add);
    }
}
