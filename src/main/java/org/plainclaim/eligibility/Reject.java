package org.plainclaim.eligibility;

/**
 * Why a payer did not answer (AAA).
 *
 * @param level whom the payer complains about
 * @param reason X12 reject reason (AAA03)
 * @param followUp X12 follow-up action (AAA04); empty if not said
 */
public record Reject(Level level, String reason, String followUp) {
    /** Where in the hierarchy a complaint stands. */
    public enum Level {
        /** The payer, or who forwards to it (2000A, 2100A). */
        PAYER,
        /** Who asks (2100B). */
        PROVIDER,
        /** The subscriber (2100C). */
        SUBSCRIBER,
        /** The dependent (2100D). */
        DEPENDENT,
        /** One of the services asked about (2110). */
        SERVICE
    }
}
