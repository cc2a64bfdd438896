package org.plainclaim.scrub;

import java.util.List;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.RuleBook;

/**
 * What all edits found on a claim: one finding for each edit and each claim or line that it is about.
 *
 * @param findings in the order of the edits, and of the lines
 * @param filing by when the claim has to be received
 * @param book the rules that were asked
 */
public record ScrubOutcome(List<ScrubFinding> findings, TimelyFiling.Clock filing, RuleBook book) {
    public ScrubOutcome {
        findings = List.copyOf(findings);
    }

    /** True if a failed edit keeps the claim from leaving. */
    public boolean held() {
        return findings.stream().anyMatch(ScrubFinding::holds);
    }

    /** How many findings have a verdict. */
    public long count(Verdict verdict) {
        return findings.stream()
                .filter(finding -> finding.finding().verdict() == verdict)
                .count();
    }

    /** True if nothing failed and nothing was left unchecked. */
    public boolean clean() {
        return count(Verdict.FAIL) == 0 && count(Verdict.NOT_CHECKED) == 0;
    }
}
