package org.plainclaim.server.longwork;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.explanation.Finding;
import org.plainclaim.scrub.ScrubFinding;
import org.plainclaim.scrub.ScrubOutcome;
import org.plainclaim.server.operation.LotDerivation;
import org.plainclaim.server.operation.LotDerivation.Derived;
import org.plainclaim.server.scrub.StoredScrub;
import org.plainclaim.server.store.Outage;

/** Derives sessions and scrubs their claims, as {@code $derive-claim} and {@code $scrub} do one by one. */
final class DayDerivation implements Kind {
    static final String NAME = "derive-day";

    private final LotDerivation derivation;
    private final StoredScrub scrub;
    private final Clock clock;

    DayDerivation(LotDerivation derivation, StoredScrub scrub, Clock clock) {
        this.derivation = derivation;
        this.scrub = scrub;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Done> work(List<String> items) {
        List<Derived> derived = derivation.derive(items);
        List<String> claims =
                derived.stream().flatMap(one -> one.claims().stream()).toList();
        StoredScrub.Lot lot = scrub.lot(claims, LocalDate.now(clock));
        List<Done> done = new ArrayList<>();
        derived.forEach(one -> done.add(done(one, lot)));
        return done;
    }

    private static Done done(Derived derived, StoredScrub.Lot lot) {
        ClaimOutcome outcome = derived.outcome();
        if (outcome == null) {
            return new Done(PartOutcome.FAILED, "", derived.fault());
        }
        if (outcome.billedElsewhere()) {
            return new Done(PartOutcome.ELSEWHERE, "", "");
        }
        if (!outcome.ready()) {
            return first(outcome.findings(), Finding::holds)
                    .map(finding -> new Done(PartOutcome.HELD, finding.rule(), finding.message()))
                    .orElse(new Done(PartOutcome.HELD, "", ""));
        }
        return scrubbed(derived.claims(), lot);
    }

    /** The claims are stored, so what goes wrong with an edit is said, and the session is tried again with the others. */
    private static Done scrubbed(List<String> claims, StoredScrub.Lot lot) {
        for (String claim : claims) {
            try {
                ScrubOutcome scrubbed = lot.scrub(claim);
                Optional<ScrubFinding> holding = first(scrubbed.findings(), ScrubFinding::holds);
                if (holding.isPresent()) {
                    Finding finding = holding.get().finding();
                    return new Done(PartOutcome.REFUSED, finding.rule(), finding.message());
                }
            } catch (RuntimeException fault) {
                Outage.rethrow(fault);
                // the message could name a patient
                return new Done(
                        PartOutcome.FAILED,
                        "",
                        "The claim is stored but could not be scrubbed ("
                                + fault.getClass().getSimpleName()
                                + "); scrub it by itself to see what is the matter.");
            }
        }
        return new Done(PartOutcome.READY, "", "");
    }

    private static <T> Optional<T> first(List<T> of, Predicate<T> which) {
        return of.stream().filter(which).findFirst();
    }
}
