package org.plainclaim.server.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.scrub.ClaimScrub;
import org.plainclaim.scrub.ScrubContext;
import org.plainclaim.scrub.ScrubFinding;

/** Holds a claim to the edits that need nothing but the claim; what they can not know is not checked. */
final class EditGate implements ClaimGate {
    private final Supplier<RuleLibrary> rules;
    private final Clock clock;
    private volatile Made made;

    EditGate(Supplier<RuleLibrary> rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        this.made = Made.of(rules.get());
    }

    private record Made(RuleLibrary library, ClaimScrub scrub) {
        static Made of(RuleLibrary library) {
            return new Made(library, new ClaimScrub(library));
        }
    }

    @Override
    public List<Objection> objections(GatheredClaim claim) {
        RuleLibrary now = rules.get();
        Made last = made;
        if (last.library() != now) {
            last = Made.of(now);
            made = last;
        }
        String reference = "Claim/" + claim.claim().path("id").asText();
        ScrubContext context = ScrubContext.of(reference, LocalDate.now(clock));
        return last.scrub().scrub(claim.submission(), context).findings().stream()
                .filter(ScrubFinding::holds)
                .map(found -> Objection.of(found.line(), found.finding()))
                .toList();
    }
}
