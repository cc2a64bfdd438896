package org.plainclaim.claim;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Release;

/**
 * The answer for one session.
 *
 * @param session what it was derived from
 * @param release the rules it was derived with
 * @param claims one for each number they are billed under and form: to bill if {@link #ready()}, else what they would be as far as it can be told
 * @param findings every check that applied, with its verdict
 * @param elsewhere true if another session of the patient bills for a service of this one
 * @param together encounters of the other sessions that are billed in one with this one, so that their claims hang on it
 */
public record ClaimOutcome(
        SessionDocumentation session,
        Release release,
        List<DerivedClaim> claims,
        List<Finding> findings,
        boolean elsewhere,
        Set<String> together) {
    public ClaimOutcome {
        claims = List.copyOf(claims);
        findings = List.copyOf(findings);
        together = Set.copyOf(together);
    }

    /** True if nothing holds the claims and there is at least one. */
    public boolean ready() {
        return !claims.isEmpty() && findings.stream().noneMatch(Finding::holds);
    }

    /** True if nothing is wrong and all that is to be billed is on the claim of another session. */
    public boolean billedElsewhere() {
        return elsewhere && claims.isEmpty() && findings.stream().noneMatch(Finding::holds);
    }

    /** The same answer with findings of somebody who looked at more than the session. */
    public ClaimOutcome and(List<Finding> more) {
        return new ClaimOutcome(
                session,
                release,
                claims,
                Stream.concat(findings.stream(), more.stream()).toList(),
                elsewhere,
                together);
    }

    /** The same answer as somebody sees it from whom the measures of these references are hidden. */
    public ClaimOutcome withoutMeasures(Set<String> hidden) {
        return new ClaimOutcome(session.withoutMeasures(hidden), release, claims, findings, elsewhere, together);
    }

    public long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
