package org.plainclaim.plausibility;

import java.util.List;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Source;
import org.plainclaim.explanation.Verdict;

/**
 * Something in the records that is not likely; it may have a good reason, so it never holds a claim.
 *
 * @param source the row that asked
 * @param severity warn or info
 * @param score how unlikely, from 0 to 1
 * @param weight what it contributes to a total, from 0 to 1
 * @param message what was compared, and what came out
 * @param fix what to do next
 * @param evidence the sessions and notes
 */
public record Signal(
        Source source,
        Severity severity,
        double score,
        double weight,
        String message,
        String fix,
        List<Evidence> evidence) {
    public Signal {
        if (severity == Severity.HOLD) {
            throw new IllegalArgumentException("a signal never holds a claim: " + source.rule());
        }
        evidence = List.copyOf(evidence);
    }

    /** True if it is about a session or a note. */
    public boolean names(String reference) {
        return evidence.stream().anyMatch(one -> one.resource().equals(reference));
    }

    /** The same as a finding, which never holds. */
    public Finding finding() {
        return new Finding(source, Verdict.FAIL, severity, message, fix, evidence);
    }
}
