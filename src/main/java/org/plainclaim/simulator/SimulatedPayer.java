package org.plainclaim.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.simulator.ClaimDecision.Decided;
import org.plainclaim.simulator.PayerMemory.Remembered;
import org.plainclaim.simulator.PayerMemory.State;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.InterchangeContents;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.TransactionKind;
import org.plainclaim.x12.acknowledgment.Acknowledging;
import org.plainclaim.x12.acknowledgment.AcknowledgmentWriter;
import org.plainclaim.x12.acknowledgment.Acknowledgments;
import org.plainclaim.x12.claim.ClaimHeader;
import org.plainclaim.x12.claim.ClaimListener;
import org.plainclaim.x12.claim.ClaimReader;
import org.plainclaim.x12.claim.ClaimSummary;
import org.plainclaim.x12.claim.ReceivedClaim;

/**
 * A payer to try things out with: the same files in the same order, at the same times, get the same answers.
 *
 * <p>It answers claims (837P, 837I) with TA1 or 999, 277CA and 835, and questions about claims (276) with 277.
 */
public final class SimulatedPayer {
    private final Scenario scenario;
    private final PayerMemory memory;
    private final List<Desk> desks;

    /** A payer that answers as a scenario says, and remembers in a memory that it alone uses. */
    public SimulatedPayer(Scenario scenario, PayerMemory memory, List<Desk> desks) {
        this.scenario = scenario;
        this.memory = memory;
        this.desks = List.copyOf(desks);
    }

    /** A file that can be opened several times. */
    public interface Source {
        /** The beginning of the file. */
        InputStream open() throws IOException;
    }

    /** Who answers another kind of question, such as 270. */
    public interface Desk {
        /** The answers to a file; none if it asks nothing of this desk. */
        List<PayerFile> answer(String name, Source file, LocalDateTime at) throws IOException;
    }

    /**
     * The answers to a file, in the order in which they go out.
     *
     * @param name what the names of the answers begin with
     * @param at when it is answered
     * @throws IOException if the file can not be read at all
     */
    public List<PayerFile> answer(String name, Source file, LocalDateTime at) throws IOException {
        List<InterchangeContents> contents;
        try (InputStream in = file.open()) {
            contents = InterchangeContents.of(in);
        }
        if (contents.isEmpty()) {
            return List.of();
        }
        Envelope envelope = Envelope.answering(contents.get(0), at, memory);
        Set<TransactionKind> kinds = new TreeSet<>();
        boolean again = false;
        for (InterchangeContents one : contents) {
            kinds.addAll(one.kinds());
            again |= memory.cameBefore(one.sender(), one.control());
        }
        if (again) {
            return List.of(repeated(name, contents.get(0), envelope));
        }
        return answer(new Asked(name, file, envelope), kinds);
    }

    private record Asked(String name, Source file, Envelope envelope) {}

    private List<PayerFile> answer(Asked asked, Set<TransactionKind> kinds) throws IOException {
        List<PayerFile> answers = new ArrayList<>();
        Acknowledgments owed = Acknowledging.of(asked.file()::open);
        if (owed.readable() && !owed.isEmpty()) {
            answers.add(PayerFile.of(
                    asked.name() + ".999",
                    out -> AcknowledgmentWriter.write(out, asked.envelope().next(), owed)));
        }
        if (kinds.contains(TransactionKind.PROFESSIONAL_CLAIM) || kinds.contains(TransactionKind.INSTITUTIONAL_CLAIM)) {
            Claims claims = new Claims(asked, owed);
            ClaimReader.readChecked(asked.file()::open, claims);
            answers.addAll(claims.files());
        }
        if (kinds.contains(TransactionKind.STATUS_INQUIRY) && owed.acceptsAll()) {
            try (InputStream in = asked.file().open()) {
                answers.addAll(new StatusDesk(memory, asked.envelope()).answer(asked.name() + ".277", in));
            }
        }
        for (Desk desk : desks) {
            answers.addAll(
                    desk.answer(asked.name(), asked.file(), asked.envelope().at()));
        }
        return answers;
    }

    /** Takes the claims of a file one after the other. */
    private final class Claims implements ClaimListener {
        private final Asked asked;
        private final Acknowledgments owed;
        private final ClaimDecision decision = new ClaimDecision(scenario, memory);
        private final Remittances now;
        private final Remittances later;
        private final List<PayerFile> acknowledged = new ArrayList<>();
        private Notices notices;
        private boolean skipped;

        private Claims(Asked asked, Acknowledgments owed) {
            this.asked = asked;
            this.owed = owed;
            this.now = new Remittances(scenario, asked.envelope());
            this.later = new Remittances(scenario, asked.envelope());
            this.notices = new Notices(asked.envelope(), "", "", "");
        }

        @Override
        public void opened(ClaimHeader header) {
            notices = new Notices(
                    asked.envelope(),
                    header.reference(),
                    header.submitter().name(),
                    header.submitter().id());
            skipped = owed.rejects(header.controls());
        }

        @Override
        public void claim(ReceivedClaim received) {
            if (skipped) {
                return;
            }
            Submission claim = received.submission();
            String number = String.format(java.util.Locale.ROOT, "SIM%012d", memory.nextNumber());
            String rejection = scenario.effect("reject", claim).orElse("");
            if (!rejection.isEmpty()) {
                notices.add(claim, number, rejection);
                memory.keep(new Remembered(number, claim, State.REJECTED, null));
                return;
            }
            notices.add(claim, number, "A2:20");
            if (scenario.effect("pend", claim).orElse("no").equals("yes")) {
                memory.keep(new Remembered(number, claim, State.PENDING, null));
                return;
            }
            Decided decided = decision.decide(claim, number);
            now.add(claim, decided.now());
            later.add(claim, decided.later());
        }

        @Override
        public void closed(ClaimSummary summary) {
            acknowledged.addAll(notices.file(asked.name() + "-" + (acknowledged.size() + 1) + ".277ca"));
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            // the acknowledgment says what is wrong
        }

        private List<PayerFile> files() {
            List<PayerFile> files = new ArrayList<>(acknowledged);
            files.addAll(now.file(asked.name() + "-1.835"));
            files.addAll(later.file(asked.name() + "-2.835"));
            return files;
        }
    }

    /** Control numbers that came before: refused, and nothing of it is looked at. */
    private static PayerFile repeated(String name, InterchangeContents contents, Envelope envelope) {
        return PayerFile.of(
                name + ".ta1",
                out -> AcknowledgmentWriter.write(
                        out, envelope.next(), Repeated.acknowledgment(contents.control(), envelope.at())));
    }
}
