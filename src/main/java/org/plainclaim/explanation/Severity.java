package org.plainclaim.explanation;

/** What a failed check does to the claim. */
public enum Severity {
    /** The claim is held until it is mended. */
    HOLD,
    /** The claim may go; an auditor may ask. */
    WARN,
    /** Worth knowing. */
    INFO;

    /** The severity named by a table cell: {@code hold}, {@code warn} or {@code info}. */
    public static Severity of(String code) {
        return switch (code) {
            case "hold" -> HOLD;
            case "warn" -> WARN;
            case "info" -> INFO;
            default -> throw new IllegalArgumentException("'" + code + "' is none of hold, warn, info");
        };
    }
}
