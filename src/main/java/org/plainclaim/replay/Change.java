package org.plainclaim.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.claim.DerivedClaim;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.explanation.Finding;

/** Why the claim of a session is another one under other rules. */
final class Change {
    private static final String UNNAMED = "(no rule named)";

    private final Set<String> differing;

    /** A change between libraries in which the rules of these ids differ. */
    Change(Set<String> differing) {
        this.differing = differing;
    }

    /** The rules that are not the same and decided in either answer; if there are none, those of one answer only. */
    Set<String> rules(@Nullable ClaimOutcome before, @Nullable ClaimOutcome after) {
        Set<String> one = decided(before);
        Set<String> other = decided(after);
        Set<String> changed = new TreeSet<>(one);
        changed.addAll(other);
        changed.retainAll(differing);
        if (changed.isEmpty()) {
            changed.addAll(one);
            changed.addAll(other);
            one.retainAll(other);
            changed.removeAll(one);
        }
        return changed.isEmpty() ? Set.of(UNNAMED) : changed;
    }

    private static Set<String> decided(@Nullable ClaimOutcome outcome) {
        Set<String> rules = new TreeSet<>();
        if (outcome != null) {
            outcome.findings().stream().filter(Finding::holds).forEach(finding -> rules.add(finding.rule()));
            for (DerivedClaim claim : outcome.claims()) {
                for (ServiceLine line : claim.lines()) {
                    line.reasons().forEach(reason -> rules.add(reason.source().rule()));
                }
            }
        }
        return rules;
    }

    /** What holds it, else why its lines are what they are. */
    static String why(@Nullable ClaimOutcome outcome) {
        if (outcome == null) {
            return "The session can not be read.";
        }
        List<String> said = new ArrayList<>();
        outcome.findings().stream().filter(Finding::holds).limit(2).forEach(finding -> said.add(finding.message()));
        if (said.isEmpty()) {
            outcome.claims().forEach(claim -> claim.lines().forEach(line -> said.add(line.because())));
        }
        return String.join(" ", said);
    }
}
