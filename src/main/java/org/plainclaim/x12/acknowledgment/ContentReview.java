package org.plainclaim.x12.acknowledgment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.TransactionKind;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceListener;
import org.plainclaim.x12.remittance.RemittanceReader;
import org.plainclaim.x12.remittance.RemittanceSummary;
import org.plainclaim.x12.status.InquiryReader;
import org.plainclaim.x12.status.StatusHeader;
import org.plainclaim.x12.status.StatusListener;
import org.plainclaim.x12.status.StatusNotice;
import org.plainclaim.x12.status.StatusReader;

/** What the readers of transactions find wrong with segments, by their position in the file. */
final class ContentReview {
    /** More than these, and the file is no file of its kind. */
    static final int MOST_FAULTS = 10_000;

    private final Map<Long, List<InterchangeFault>> faults = new TreeMap<>();
    private int count;

    private ContentReview() {}

    static ContentReview of(Acknowledging.Source file, Set<TransactionKind> kinds) throws IOException {
        ContentReview review = new ContentReview();
        if (kinds.contains(TransactionKind.REMITTANCE)) {
            try (InputStream bytes = file.open()) {
                RemittanceReader.read(bytes, review.remittances());
            }
        }
        if (kinds.contains(TransactionKind.CLAIM_ACKNOWLEDGMENT) || kinds.contains(TransactionKind.STATUS_ANSWER)) {
            try (InputStream bytes = file.open()) {
                StatusReader.read(bytes, review.statuses());
            }
        }
        if (kinds.contains(TransactionKind.STATUS_INQUIRY)) {
            try (InputStream bytes = file.open()) {
                review.add(InquiryReader.read(bytes, inquiry -> {}));
            }
        }
        return review;
    }

    private void add(List<InterchangeFault> found) {
        for (InterchangeFault fault : found) {
            if (fault.level() == InterchangeFault.Level.STRUCTURE && count < MOST_FAULTS) {
                count++;
                faults.computeIfAbsent(fault.segment(), position -> new java.util.ArrayList<>())
                        .add(fault);
            }
        }
    }

    /** What is wrong with the segment at a position. */
    List<InterchangeFault> at(long position) {
        return faults.getOrDefault(position, List.of());
    }

    boolean tooMany() {
        return count == MOST_FAULTS;
    }

    private RemittanceListener remittances() {
        return new RemittanceListener() {
            @Override
            public void opened(RemittanceHeader header) {
                // only what is wrong is asked for
            }

            @Override
            public void claim(ClaimPayment claim) {
                // only what is wrong is asked for
            }

            @Override
            public void closed(RemittanceSummary summary) {
                add(summary.faults());
            }

            @Override
            public void ended(List<InterchangeFault> outside) {
                add(outside);
            }
        };
    }

    private StatusListener statuses() {
        return new StatusListener() {
            @Override
            public void notice(StatusHeader header, StatusNotice notice) {
                // only what is wrong is asked for
            }

            @Override
            public void closed(List<InterchangeFault> found) {
                add(found);
            }

            @Override
            public void ended(List<InterchangeFault> outside) {
                add(outside);
            }
        };
    }
}
