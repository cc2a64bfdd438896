package org.plainclaim.x12.remittance;

/**
 * A line of ours with what the payer said about it.
 *
 * @param sent the line of our claim
 * @param answer what the payer said
 * @param matchedBy how the two were brought together
 * @param outcome what it comes to
 * @param amounts the parts of the charge
 */
public record PostedLine(
        SentLine sent, ServicePayment answer, MatchedBy matchedBy, LineOutcome outcome, PostedAmounts amounts) {}
