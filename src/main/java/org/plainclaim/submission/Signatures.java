package org.plainclaim.submission;

/**
 * The indicators about signature, assignment and release (CLM06 to CLM09).
 *
 * @param providerSigned the provider's signature is on file
 * @param assignment {@code A} accepted, {@code B} for laboratory services only, {@code C} not accepted
 * @param benefits benefits are assigned: {@code Y}, {@code N} or {@code W} (not applicable)
 * @param release release of information: {@code Y} signed statement, {@code I} informed consent by law
 */
public record Signatures(boolean providerSigned, String assignment, String benefits, String release) {
    /** All signed, assignment accepted. */
    public static final Signatures ON_FILE = new Signatures(true, "A", "Y", "Y");
}
