package org.plainclaim.x12.acknowledgment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.TransactionKind;
import org.plainclaim.x12.TransactionListener;
import org.plainclaim.x12.TransactionSummary;
import org.plainclaim.x12.claim.ClaimReader;
import org.plainclaim.x12.eligibility.AnswerHeader;
import org.plainclaim.x12.eligibility.AnswerListener;
import org.plainclaim.x12.eligibility.AnswerReader;
import org.plainclaim.x12.remittance.RemittanceReader;
import org.plainclaim.x12.status.InquiryReader;
import org.plainclaim.x12.status.StatusHeader;
import org.plainclaim.x12.status.StatusListener;
import org.plainclaim.x12.status.StatusNotice;
import org.plainclaim.x12.status.StatusReader;

/** The reader of each kind of transaction, asked only for what is wrong. */
final class ContentReaders {
    private ContentReaders() {}

    /** Reads a file as one kind; each kind that shares a reader with another is read by that one. */
    static void read(TransactionKind kind, InputStream file, Consumer<List<InterchangeFault>> faults)
            throws IOException {
        switch (kind) {
            case REMITTANCE -> RemittanceReader.read(file, new Transactions<>(faults));
            case CLAIM_ACKNOWLEDGMENT, STATUS_ANSWER -> StatusReader.read(file, new Statuses(faults));
            case STATUS_INQUIRY -> faults.accept(InquiryReader.read(file, inquiry -> {}));
            case ELIGIBILITY_INQUIRY -> faults.accept(
                    org.plainclaim.x12.eligibility.InquiryReader.read(file, inquiry -> {}));
            case ELIGIBILITY_ANSWER -> AnswerReader.read(file, new Answers(faults));
            case PROFESSIONAL_CLAIM, INSTITUTIONAL_CLAIM -> ClaimReader.read(file, new Transactions<>(faults));
            default -> {
                // acknowledgments are not acknowledged, and nothing reads the others
            }
        }
    }

    private record Transactions<H, C, S extends TransactionSummary<S>>(Consumer<List<InterchangeFault>> faults)
            implements TransactionListener<H, C, S> {
        @Override
        public void opened(H header) {
            // only what is wrong is asked for
        }

        @Override
        public void claim(C claim) {
            // only what is wrong is asked for
        }

        @Override
        public void closed(S summary) {
            faults.accept(summary.faults());
        }

        @Override
        public void ended(List<InterchangeFault> outside) {
            faults.accept(outside);
        }
    }

    private record Statuses(Consumer<List<InterchangeFault>> faults) implements StatusListener {
        @Override
        public void notice(StatusHeader header, StatusNotice notice) {
            // only what is wrong is asked for
        }

        @Override
        public void closed(List<InterchangeFault> found) {
            faults.accept(found);
        }

        @Override
        public void ended(List<InterchangeFault> outside) {
            faults.accept(outside);
        }
    }

    private record Answers(Consumer<List<InterchangeFault>> faults) implements AnswerListener {
        @Override
        public void answer(AnswerHeader header, EligibilityAnswer answer) {
            // only what is wrong is asked for
        }

        @Override
        public void closed(List<InterchangeFault> found) {
            faults.accept(found);
        }

        @Override
        public void ended(List<InterchangeFault> outside) {
            faults.accept(outside);
        }
    }
}
