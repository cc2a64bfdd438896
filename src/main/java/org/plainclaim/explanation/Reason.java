package org.plainclaim.explanation;

import java.util.List;

/**
 * One step of a derivation: the rule that decided and the documented facts that made it decide so.
 *
 * @param source the rule with its citation and effective period
 * @param result what the rule contributed, such as {@code 90837} or {@code modifier 95}
 * @param evidence the facts behind the row's non-empty cells; never empty
 */
public record Reason(Source source, String result, List<Evidence> evidence) {
    public Reason {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a reason without evidence: " + source.rule());
        }
    }
}
