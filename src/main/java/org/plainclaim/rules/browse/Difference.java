package org.plainclaim.rules.browse;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.Row;

/**
 * How a row of a payer's book differs from the base.
 *
 * @param kind what the payer did
 * @param base the base row in whose place the payer's stands; null unless replaced
 */
public record Difference(Kind kind, @Nullable Row base) {
    /** What a payer can do to the base. */
    public enum Kind {
        ADDED,
        REPLACED,
        REMOVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
