package org.plainclaim.codes;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Codes of one system that belong together.
 *
 * @param system the FHIR system
 * @param codes only these; empty for any
 * @param shape only codes that match as a whole; null for any
 * @param leafOnly true to leave out codes that are only headings
 */
public record CodeGroup(String system, Set<String> codes, @Nullable Pattern shape, boolean leafOnly) {
    public CodeGroup {
        codes = Set.copyOf(codes);
    }

    /** True if a code of this system is in the group. */
    public boolean has(DatedCode code) {
        return (codes.isEmpty() || codes.contains(code.code()))
                && (shape == null || shape.matcher(code.code()).matches())
                && (!leafOnly || code.leaf());
    }
}
