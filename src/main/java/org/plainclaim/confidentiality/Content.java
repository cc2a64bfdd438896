package org.plainclaim.confidentiality;

import java.util.List;
import org.plainclaim.explanation.Fact;

/**
 * What is known of a record in order to label it.
 *
 * @param codes its codes
 * @param partTwo whether it comes from a program under 42 CFR Part 2; unknown counts as no, for the source is asked again
 *     before anything is disclosed
 */
public record Content(List<Code> codes, Fact<Boolean> partTwo) {
    public Content {
        codes = List.copyOf(codes);
    }

    /** What a code is of. */
    public enum Kind {
        DIAGNOSIS,
        PROCEDURE,
        QUESTION,
        NOTE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A code with where it is written.
     *
     * @param kind what it is of
     * @param code the code as FHIR writes it
     */
    public record Code(Kind kind, Fact<String> code) {}
}
