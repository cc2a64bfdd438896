package org.plainclaim.x12.remittance;

/**
 * A line of an answer that fits no line of the claim, or several of them: its money waits for a person.
 *
 * @param answer what the payer said
 * @param amounts what it would post
 */
public record UnmatchedLine(ServicePayment answer, PostedAmounts amounts) {}
