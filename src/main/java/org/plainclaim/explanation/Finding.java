package org.plainclaim.explanation;

import java.util.List;

/**
 * The outcome of one check of one rule.
 *
 * @param source the rule checked; its id is the stable code of the finding
 * @param verdict what was found
 * @param severity what a failure does to the claim
 * @param message one sentence that says what is the case
 * @param fix what to do next; empty when there is nothing to do
 * @param evidence what was looked at
 */
public record Finding(
        Source source, Verdict verdict, Severity severity, String message, String fix, List<Evidence> evidence) {
    public Finding {
        evidence = List.copyOf(evidence);
    }

    public String rule() {
        return source.rule();
    }

    /** True if this finding alone keeps the claim from leaving. */
    public boolean holds() {
        return verdict == Verdict.FAIL && severity == Severity.HOLD;
    }
}
