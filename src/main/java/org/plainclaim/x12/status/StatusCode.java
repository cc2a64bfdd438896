package org.plainclaim.x12.status;

/**
 * What a payer says about a claim or a line (the composite of STC).
 *
 * @param category claim status category, such as A2 or F1
 * @param code claim status code, such as 20 or 562
 * @param entity whom it speaks of, such as 85 (billing provider); empty if not said
 */
public record StatusCode(String category, String code, String entity) {}
