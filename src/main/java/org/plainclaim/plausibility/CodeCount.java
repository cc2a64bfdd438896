package org.plainclaim.plausibility;

/**
 * How often a clinician billed a code.
 *
 * @param clinician who rendered it
 * @param code the procedure code
 * @param count lines
 */
public record CodeCount(String clinician, String code, int count) {}
