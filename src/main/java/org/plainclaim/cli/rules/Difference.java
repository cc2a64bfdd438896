package org.plainclaim.cli.rules;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.Row;

/**
 * How a row of a payer's book differs from the base.
 *
 * @param kind what the payer did
 * @param base the base row in whose place the payer's stands; null unless replaced
 */
record Difference(Kind kind, @Nullable Row base) {
    /** What a payer can do to the base. */
    enum Kind {
        ADDED,
        REPLACED,
        REMOVED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
