package org.plainclaim.server.answers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.answers.RemittanceStep.Claims;
import org.plainclaim.x12.CheckedReading;
import org.plainclaim.x12.CheckedTransactions;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceListener;
import org.plainclaim.x12.remittance.RemittanceReader;
import org.plainclaim.x12.remittance.RemittanceSummary;

/** Posts the remittances of a file step by step; after a crash it goes on where it was. */
final class RemittanceRun {
    /** Claims of one step. */
    static final int STEP = Services.STEP;

    private final Services services;
    private final RemittanceStep steps;
    private final int most;

    RemittanceRun(Services services, int most) {
        this.services = services;
        this.most = most;
        this.steps = new RemittanceStep(services);
    }

    /** Tells what is not whole or does not balance; the answer posts the rest when it is handed the segments again. */
    Optional<SegmentFeed.Sink> second(
            AnswerFile file,
            CheckedReading<RemittanceHeader, ClaimPayment, RemittanceSummary> first,
            AnswerReport report) {
        CheckedTransactions<RemittanceSummary> checked = first.found();
        checked.envelope().forEach(fault -> report.refuse("835: " + said(fault)));
        for (RemittanceSummary transaction : checked.transactions()) {
            if (!transaction.whole()) {
                report.refuse(transaction.controls());
                transaction
                        .faults()
                        .forEach(fault -> report.refuse(
                                "835 transaction " + transaction.controls().transaction() + ": " + said(fault)));
            }
        }
        return checked.anyWhole()
                ? Optional.of(RemittanceReader.sink(first.second(new Posting(file.digest(), report))))
                : Optional.empty();
    }

    static String said(InterchangeFault fault) {
        return fault.level().name().toLowerCase(java.util.Locale.ROOT) + ", segment " + fault.segment() + ": "
                + fault.message();
    }

    /** Posts parts of a file that waited and are known now. */
    void applyLate(String digest, List<Parking.Part> parts) throws IOException {
        Map<String, Parking.Part> wanted = new HashMap<>();
        parts.forEach(part -> wanted.put(part.position(), part));
        RemittanceReader.readChecked(() -> services.tables().files().open(digest), new Late(digest, wanted));
    }

    /** Collects the claims of a payment until there are enough for a step. */
    private final class Posting implements RemittanceListener {
        private final String digest;
        private final AnswerReport report;
        private final List<ClaimPayment> waiting = new ArrayList<>();
        private @Nullable RemittanceHeader header;
        private Ledger.@Nullable Entry known;
        private int position;
        private int done;

        private Posting(String digest, AnswerReport report) {
            this.digest = digest;
            this.report = report;
        }

        @Override
        public void opened(RemittanceHeader opened) {
            Optional<Ledger.Entry> entry = services.tables().ledger().find(Ledger.key(opened.key()));
            header = opened;
            known = entry.filter(one -> one.closed() || !one.digest().equals(digest))
                    .orElse(null);
            done = entry.map(Ledger.Entry::done).orElse(0);
            position = 0;
            waiting.clear();
        }

        @Override
        public void claim(ClaimPayment claim) {
            if (known == null && position >= done) {
                waiting.add(claim);
            }
            position++;
            if (waiting.size() >= most) {
                step(null);
            }
        }

        private void step(@Nullable RemittanceSummary summary) {
            RemittanceHeader of = header;
            if (of != null) {
                report.add(steps.post(new Claims(digest, of, done, waiting, summary)));
                done += waiting.size();
                waiting.clear();
            }
        }

        @Override
        public void closed(RemittanceSummary summary) {
            Ledger.Entry before = known;
            if (before == null) {
                step(summary);
                return;
            }
            report.duplicate();
            if (before.closed()
                    && !before.digest().equals(digest)
                    && (before.claims() != summary.claims() || before.paid().compareTo(summary.paid()) != 0)) {
                services.together(() -> {
                    String focus = RemittanceStep.reconciliationOf(before.key(), 0);
                    services.work()
                            .otherContent(
                                    "payment/" + before.key() + "/again/" + digest,
                                    new AnswerWork.About(focus, ""),
                                    summary.paid());
                    return true;
                });
            }
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            // the check told of them before
        }
    }

    /** Finds the claims that are wanted and posts those of one payment together. */
    private final class Late implements RemittanceListener {
        private final String digest;
        private final Map<String, Parking.Part> wanted;
        private final List<ClaimPayment> claims = new ArrayList<>();
        private final List<Parking.Part> parts = new ArrayList<>();
        private @Nullable RemittanceHeader header;
        private int position;

        private Late(String digest, Map<String, Parking.Part> wanted) {
            this.digest = digest;
            this.wanted = wanted;
        }

        @Override
        public void opened(RemittanceHeader opened) {
            header = opened;
            position = 0;
            claims.clear();
            parts.clear();
        }

        @Override
        public void claim(ClaimPayment claim) {
            RemittanceHeader of = header;
            if (of != null) {
                Parking.Part part = wanted.get(Ledger.key(of.key()) + ":" + position);
                if (part != null) {
                    claims.add(claim);
                    parts.add(part);
                }
            }
            position++;
        }

        @Override
        public void closed(RemittanceSummary summary) {
            RemittanceHeader of = header;
            if (of != null && !parts.isEmpty()) {
                steps.postLate(new Claims(digest, of, 0, claims, summary), parts);
            }
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            // a file with faults has no parked parts
        }
    }
}
