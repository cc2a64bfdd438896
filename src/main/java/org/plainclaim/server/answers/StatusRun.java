package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.status.StatusHeader;
import org.plainclaim.x12.status.StatusListener;
import org.plainclaim.x12.status.StatusNotice;
import org.plainclaim.x12.status.StatusReader;

/** Applies the acknowledgments and statuses of a file; a second run of the same file changes nothing. */
final class StatusRun {
    private final Services services;
    private final NoticePosting posting;

    StatusRun(Services services) {
        this.services = services;
        this.posting = new NoticePosting(services);
    }

    /**
     * A notice, where it stands.
     *
     * @param file the file
     * @param position its place in the file
     * @param transaction BHT03 of the claims of which the transaction speaks; empty if it does not say
     * @param header of its transaction
     */
    record Placed(AnswerFile file, int position, String transaction, StatusHeader header, StatusNotice notice) {}

    /** Tells which transactions are not whole; the answer applies the others when it is handed the segments again. */
    Optional<SegmentFeed.Sink> second(AnswerFile file, Check check, AnswerReport report) {
        check.outside.forEach(fault -> report.refuse("277: " + RemittanceRun.said(fault)));
        check.inside.forEach(fault -> report.refuse("277: " + RemittanceRun.said(fault)));
        return check.outside.isEmpty()
                ? Optional.of(StatusReader.sink(new Applying(file, check.bad, Set.of(), report)))
                : Optional.empty();
    }

    /** Applies parts of a file that waited and are known now. */
    void applyLate(AnswerFile file, List<Parking.Part> parts) throws IOException {
        Set<Integer> wanted = new HashSet<>();
        parts.forEach(part -> wanted.add(Integer.valueOf(part.position())));
        read(file.digest(), new Applying(file, Set.of(), wanted, new AnswerReport()));
        services.together(() -> {
            parts.forEach(part -> {
                if (services.tables().parking().release(part)) {
                    services.work().settle(part.work(), "What the payer speaks of is known now.");
                }
            });
            return true;
        });
    }

    private void read(String digest, StatusListener listener) throws IOException {
        try (InputStream file = services.tables().files().open(digest)) {
            StatusReader.read(file, listener);
        }
    }

    /** Which transactions are not whole. */
    static final class Check implements StatusListener {
        private final Consumer<List<InterchangeFault>> told;
        private final Set<Integer> bad = new HashSet<>();
        private final List<InterchangeFault> inside = new ArrayList<>();
        private List<InterchangeFault> outside = List.of();
        private int transaction;

        /** Tells somebody else all that is wrong. */
        Check(Consumer<List<InterchangeFault>> told) {
            this.told = told;
        }

        @Override
        public void notice(StatusHeader header, StatusNotice notice) {
            // only the end tells
        }

        @Override
        public void closed(List<InterchangeFault> faults) {
            told.accept(faults);
            if (!faults.isEmpty()) {
                bad.add(transaction);
                inside.addAll(faults.subList(0, Math.min(10, faults.size())));
            }
            transaction++;
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            outside = faults;
        }
    }

    private final class Applying implements StatusListener {
        private final AnswerFile file;
        private final Set<Integer> bad;
        private final Set<Integer> wanted;
        private final AnswerReport report;
        private final List<Placed> waiting = new ArrayList<>();
        private String claims = "";
        private int transaction;
        private int position;

        private Applying(AnswerFile file, Set<Integer> bad, Set<Integer> wanted, AnswerReport report) {
            this.file = file;
            this.bad = bad;
            this.wanted = wanted;
            this.report = report;
        }

        @Override
        public void notice(StatusHeader header, StatusNotice notice) {
            if (notice.level() == StatusNotice.Level.RECEIVER) {
                claims = notice.trace();
            }
            if (!bad.contains(transaction) && (wanted.isEmpty() || wanted.contains(position))) {
                take(new Placed(file, position, claims, header, notice));
            }
            position++;
        }

        private void take(Placed placed) {
            if (placed.notice().level() == StatusNotice.Level.CLAIM) {
                waiting.add(placed);
            } else {
                boolean known = posting.ofMany(placed);
                report.add(new AnswerReport.Counts(known ? 1 : 0, known ? 0 : 1));
            }
            if (waiting.size() == Services.STEP) {
                step();
            }
        }

        private void step() {
            report.add(services.together(() -> {
                int unmatched = 0;
                for (Placed placed : waiting) {
                    unmatched += posting.ofOne(placed) ? 0 : 1;
                }
                return new AnswerReport.Counts(waiting.size() - unmatched, unmatched);
            }));
            waiting.clear();
        }

        @Override
        public void closed(List<InterchangeFault> faults) {
            if (!waiting.isEmpty()) {
                step();
            }
            claims = "";
            transaction++;
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            // the check told of them before
        }
    }
}
