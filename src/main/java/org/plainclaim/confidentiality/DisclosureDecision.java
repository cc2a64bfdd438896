package org.plainclaim.confidentiality;

import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;

/**
 * Whether something may be told.
 *
 * @param finding the rule that decided, and why
 * @param reason the case in {@code confidentiality/findings}, such as {@code consent-revoked}
 * @param consent reference of the consent that permits it, or that decided against it; null if none did
 * @param notice id of the notice that goes with it; empty if none has to
 */
public record DisclosureDecision(Finding finding, String reason, @Nullable String consent, String notice) {
    /** True only if it was looked at and nothing is in the way: what was not checked is not permitted. */
    public boolean permitted() {
        return finding.verdict() == Verdict.PASS || finding.verdict() == Verdict.BYPASSED;
    }
}
