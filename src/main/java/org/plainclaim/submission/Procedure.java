package org.plainclaim.submission;

import java.util.List;

/**
 * A procedure as it stands on a claim or in a remittance.
 *
 * @param qualifier HC for CPT and HCPCS, NU for a revenue code
 * @param code the procedure code
 * @param modifiers at most four, in order
 */
public record Procedure(String qualifier, String code, List<String> modifiers) {
    public Procedure {
        modifiers = List.copyOf(modifiers);
    }

    /** A CPT or HCPCS code. */
    public static Procedure of(String code, String... modifiers) {
        return new Procedure("HC", code, List.of(modifiers));
    }

    /** True if it is the same code, whatever the modifiers. */
    public boolean sameCode(Procedure other) {
        return code.equals(other.code);
    }
}
