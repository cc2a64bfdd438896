package org.plainclaim.server.scrub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.plainclaim.scrub.ScrubFinding;
import org.plainclaim.server.submission.ClaimGate;
import org.plainclaim.server.submission.GatheredClaim;
import org.plainclaim.server.submission.Objection;

/** Keeps claims back by the same edits, and with the same knowledge around them, that {@code Claim/$scrub} answers. */
public final class ScrubGate implements ClaimGate {
    private final Scrubber scrubber;
    private final Clock clock;

    /** A gate as of the day of the clock: a claim is submitted on the day that it is looked at. */
    public ScrubGate(Scrubber scrubber, Clock clock) {
        this.scrubber = scrubber;
        this.clock = clock;
    }

    @Override
    public List<Objection> objections(GatheredClaim claim) {
        return scrubber.stored(claim, LocalDate.now(clock), true).findings().stream()
                .filter(ScrubFinding::holds)
                .map(found -> Objection.of(found.line(), found.finding()))
                .toList();
    }
}
