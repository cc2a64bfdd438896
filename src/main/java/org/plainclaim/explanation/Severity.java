package org.plainclaim.explanation;

import java.util.Locale;

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
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
