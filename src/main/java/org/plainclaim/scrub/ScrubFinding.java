package org.plainclaim.scrub;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Finding;

/**
 * What one edit found on a claim or on one of its lines.
 *
 * @param edit id of the edit, such as {@code s01}
 * @param line position of the line from 1; 0 if it is about the claim
 * @param checks what the edit looks at
 * @param finding verdict, message, fix, source; the evidence is the element of the claim
 * @param cause the finding of another rule that decided; null if the edit itself did
 * @param rules the rules that decided, that of the edit first
 * @param answer what the payer is likely to answer if it fails
 * @param owner whose work a failure is: {@code clinician}, {@code coder}, {@code biller} or {@code front-desk}
 */
public record ScrubFinding(
        String edit,
        int line,
        String checks,
        Finding finding,
        @Nullable Finding cause,
        List<String> rules,
        PayerAnswer answer,
        String owner) {
    public ScrubFinding {
        rules = List.copyOf(rules);
    }

    /** True if this alone keeps the claim from leaving. */
    public boolean holds() {
        return finding.holds();
    }

    /** FHIRPath of the element of the claim that it is about. */
    public String path() {
        return finding.evidence().get(0).path();
    }
}
