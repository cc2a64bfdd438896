package org.plainclaim.x12;

/**
 * A number by which somebody knows something (REF).
 *
 * @param qualifier what kind of number, such as 6R (line control), EV, 1L, G1
 * @param value the number
 */
public record Reference(String qualifier, String value) {}
