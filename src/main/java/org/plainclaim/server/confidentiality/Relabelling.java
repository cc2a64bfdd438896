package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.server.confidentiality.LabelTable.Entry;
import org.plainclaim.server.confidentiality.RelabelQueue.Waiting;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.submission.SendingChore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Labels again what a changed consent, or a changed organization, is about: some at a time, each lot in a transaction of its
 * own, until all is done; a server that stops goes on where it was.
 *
 * <p>Records of a program stay what they were when it is none any more; only what says that no consent covers them goes.
 */
final class Relabelling implements SendingChore {
    /** Resources in one transaction. */
    private static final int LOT = 200;

    /** Lots in one round, so that sending does not wait for all of it. */
    private static final int MOST = 25;

    private final FhirContext fhir;
    private final Labeller labeller;
    private final Parts parts;

    /** What it works on. */
    record Parts(
            LabelTable labels,
            TagWriter tags,
            RelabelQueue queue,
            RelatedResources related,
            ConsentDays days,
            TransactionTemplate transactions) {}

    Relabelling(FhirContext fhir, Labeller labeller, Parts parts) {
        this.fhir = fhir;
        this.labeller = labeller;
        this.parts = parts;
    }

    /** The same at another time. */
    Relabelling at(Clock time) {
        Parts then = new Parts(
                parts.labels(),
                parts.tags(),
                parts.queue(),
                parts.related(),
                parts.days().at(time),
                parts.transactions());
        return new Relabelling(fhir, labeller.at(time), then);
    }

    @Override
    public void run() {
        for (int lots = 0; lots < MOST; lots++) {
            if (!Boolean.TRUE.equals(parts.transactions().execute(status -> lot()))) {
                return;
            }
        }
    }

    private boolean lot() {
        Optional<Waiting> next = parts.queue().take();
        next.ifPresent(waiting -> {
            if (waiting.reached() == 0 && waiting.about().startsWith("Patient/")) {
                parts.days().plan(waiting.about(), labeller.consents(waiting.about()));
            }
            List<Current> lot = parts.related().after(waiting.about(), waiting.reached(), LOT);
            lot.forEach(current -> label(current, waiting));
            if (lot.size() < LOT) {
                parts.queue().done(waiting);
            } else {
                parts.queue().reached(waiting, lot.get(lot.size() - 1).row());
            }
        });
        return next.isPresent();
    }

    private void label(Current current, Waiting about) {
        Resource resource =
                (Resource) fhir.newJsonParser().parseResource(current.json().toString());
        Optional<Entry> known = parts.labels().find(current.reference());
        Set<String> before = known.map(Entry::labels).orElse(Set.of());
        Written written = Written.in(resource);
        boolean partTwo = before.contains(Labels.PART_TWO) || labeller.partTwo(written);
        Set<String> after =
                new TreeSet<>(labeller.labels(resource, written, partTwo).codes());
        after.removeAll(known.map(Entry::lowered).orElse(Set.of()));
        Set<String> added = new TreeSet<>(after);
        added.removeAll(before);
        boolean covered = before.contains(Labels.NO_CONSENT) && !after.contains(Labels.NO_CONSENT);
        Set<String> removed = covered ? Set.of(Labels.NO_CONSENT) : Set.of();
        if (partTwo && (!added.isEmpty() || covered)) {
            parts.tags().change(current.reference(), added, removed);
            after.addAll(before);
            after.removeAll(removed);
            parts.labels()
                    .put(new Entry(
                            current.reference(),
                            after,
                            known.map(Entry::authors).orElse(Set.of()),
                            known.map(Entry::lowered).orElse(Set.of())));
            if (about.about().startsWith("Organization/")) {
                Written.patient(resource).ifPresent(parts.queue()::add);
            }
        }
    }
}
