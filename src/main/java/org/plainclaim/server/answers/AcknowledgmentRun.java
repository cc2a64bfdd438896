package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.acknowledgment.AcknowledgedGroup;
import org.plainclaim.x12.acknowledgment.AcknowledgmentListener;
import org.plainclaim.x12.acknowledgment.AcknowledgmentReader;
import org.plainclaim.x12.acknowledgment.Disposition;
import org.plainclaim.x12.acknowledgment.GroupAcknowledgment;
import org.plainclaim.x12.acknowledgment.InterchangeAcknowledgment;
import org.plainclaim.x12.acknowledgment.TransactionAcknowledgment;

/** Applies TA1 and 999 of a file to what was sent; a second run of the same file changes nothing. */
final class AcknowledgmentRun {
    /** Questions about eligibility and about the status of claims; what comes of them is not kept with what was sent. */
    private static final Set<String> QUESTIONS = Set.of("HS", "HR");

    private final Services services;
    private final SyntaxPosting posting;

    AcknowledgmentRun(Services services) {
        this.services = services;
        this.posting = new SyntaxPosting(services);
    }

    /**
     * What is said about a part of an interchange of ours.
     *
     * @param position where it is in the file
     * @param control control number of our interchange
     * @param transaction control number of our transaction; empty if all of the interchange is meant
     * @param disposition whether it was taken
     * @param refusal why not
     */
    record Said(int position, String control, String transaction, Disposition disposition, Refusal refusal) {}

    /** Applies what is whole, and tells of what is not. */
    void apply(AnswerFile file, Reading reading, AnswerReport report) {
        reading.faults.forEach(fault -> report.refuse("999: " + RemittanceRun.said(fault)));
        LocalDate day = services.today();
        for (Said said : reading.whole) {
            boolean known = posting.post(file, said, day);
            report.add(known ? new AnswerReport.Counts(1, 0) : new AnswerReport.Counts(0, 1));
        }
    }

    /** Applies parts of a file that waited and are known now. */
    void applyLate(AnswerFile file, List<Parking.Part> parts) throws IOException {
        Set<String> wanted = new HashSet<>();
        parts.forEach(part -> wanted.add(part.position()));
        List<Said> found = read(file.digest()).whole.stream()
                .filter(said -> wanted.contains(Integer.toString(said.position())))
                .toList();
        found.forEach(said -> posting.post(file, said, services.today()));
        services.together(() -> {
            parts.forEach(part -> {
                if (services.tables().parking().release(part)) {
                    services.work().settle(part.work(), "What the payer speaks of is known now.");
                }
            });
            return true;
        });
    }

    private Reading read(String digest) throws IOException {
        Reading reading = new Reading();
        try (InputStream file = services.tables().files().open(digest)) {
            AcknowledgmentReader.read(file, reading);
        }
        return reading;
    }

    /** What a file says, once it was read. */
    static final class Reading implements AcknowledgmentListener {
        private final List<Said> whole = new ArrayList<>();
        private final List<Said> open = new ArrayList<>();
        private final List<InterchangeFault> faults = new ArrayList<>();
        private int position;

        @Override
        public void interchange(Controls controls, InterchangeAcknowledgment one) {
            Refusal refusal = Refusal.of("TA1", List.of(one.note()));
            whole.add(new Said(position++, one.control(), "", one.disposition(), refusal));
        }

        @Override
        public void transaction(Controls controls, AcknowledgedGroup group, TransactionAcknowledgment one) {
            if (!one.disposition().taken()) {
                open.add(new Said(position, group.control(), one.control(), one.disposition(), Refusal.of(one)));
            }
            position++;
        }

        @Override
        public void group(Controls controls, GroupAcknowledgment one) {
            if (QUESTIONS.contains(one.group().function()) && one.disposition().taken()) {
                position++;
                return;
            }
            boolean bySingle = !one.disposition().taken() && !open.isEmpty();
            Disposition disposition = bySingle ? Disposition.PARTLY_ACCEPTED : one.disposition();
            open.add(new Said(position++, one.group().control(), "", disposition, Refusal.of("AK9", one.codes())));
        }

        @Override
        public void closed(Controls controls, List<InterchangeFault> found) {
            if (found.isEmpty()) {
                whole.addAll(open);
            }
            faults.addAll(found);
            open.clear();
        }

        @Override
        public void ended(List<InterchangeFault> found) {
            faults.addAll(found);
        }
    }
}
