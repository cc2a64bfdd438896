package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.x12.CheckedReading;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.TransactionKind;
import org.plainclaim.x12.acknowledgment.AcknowledgmentReader;
import org.plainclaim.x12.acknowledgment.FileReview;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceReader;
import org.plainclaim.x12.remittance.RemittanceSummary;
import org.plainclaim.x12.status.StatusReader;

/** What is in a file, what of it is whole and what is wrong with it, seen by going through it once. */
final class FirstReading {
    /** The answers that are read here. */
    static final Set<String> KNOWN = Set.of("TA1", "999", "277", "835");

    private static final Set<TransactionKind> READ =
            EnumSet.of(TransactionKind.REMITTANCE, TransactionKind.CLAIM_ACKNOWLEDGMENT, TransactionKind.STATUS_ANSWER);

    private static final int MOST_NAMED = 1_000;

    private final Look look = new Look();
    private final FileReview review = new FileReview();
    private final CheckedReading<RemittanceHeader, ClaimPayment, RemittanceSummary> remittances =
            new CheckedReading<>();
    private final StatusRun.Check statuses = new StatusRun.Check(review::found);
    private final AcknowledgmentRun.Reading acknowledgments = new AcknowledgmentRun.Reading();

    private FirstReading() {}

    /** Goes through the file. */
    static FirstReading of(InputStream file) throws IOException {
        FirstReading reading = new FirstReading();
        SegmentFeed.read(
                file,
                SegmentFeed.each(List.of(
                        reading.look,
                        RemittanceReader.sink(reading.remittances),
                        StatusReader.sink(reading.statuses),
                        AcknowledgmentReader.sink(reading.acknowledgments))));
        reading.remittances.found().transactions().forEach(transaction -> reading.review.found(transaction.faults()));
        return reading;
    }

    /** Transaction sets (ST01), and {@code TA1}. */
    Set<String> kinds() {
        return look.kinds;
    }

    /** What is said of the transaction sets that neither this room nor one of these reads. */
    List<String> strangers(List<OtherAnswers> others) {
        Set<String> read = new TreeSet<>(KNOWN);
        others.forEach(other -> read.add(other.kind()));
        return look.kinds.stream()
                .filter(kind -> !read.contains(kind))
                .map(kind -> "transaction set " + (kind.length() > 3 ? kind.substring(0, 3) : kind)
                        + " is no answer that is read here")
                .toList();
    }

    /** Kinds of transactions of which nobody saw yet what is wrong inside. */
    Set<TransactionKind> unread() {
        Set<TransactionKind> unread = EnumSet.noneOf(TransactionKind.class);
        unread.addAll(look.transactions);
        unread.removeAll(READ);
        return unread;
    }

    /** What is wrong with the envelope. */
    List<InterchangeFault> faults() {
        return look.faults.kept();
    }

    /** Who is named by the interchanges and their groups, each once, the first thousand of them. */
    Set<Named> named() {
        return look.named;
    }

    /**
     * Whom an envelope names.
     *
     * @param segment ISA, or GS
     * @param sender ISA06; of a group, that of its interchange
     * @param receiver ISA08, or GS03
     */
    record Named(String segment, String sender, String receiver) {}

    /** Who sent the first interchange, as it says. */
    String sender() {
        return look.sender;
    }

    /** Whom the first interchange is for, as it says. */
    String receiver() {
        return look.receiver;
    }

    /** False if the first interchange says that it is to try out. */
    boolean production() {
        return look.production;
    }

    CheckedReading<RemittanceHeader, ClaimPayment, RemittanceSummary> remittances() {
        return remittances;
    }

    StatusRun.Check statuses() {
        return statuses;
    }

    AcknowledgmentRun.Reading acknowledgments() {
        return acknowledgments;
    }

    /** Says what is owed, once it was handed the segments again. */
    FileReview review() {
        return review;
    }

    private static final class Look implements SegmentFeed.Sink {
        private final Set<String> kinds = new TreeSet<>();
        private final Set<TransactionKind> transactions = EnumSet.noneOf(TransactionKind.class);
        private final Faults faults = new Faults();
        private final Set<Named> named = new LinkedHashSet<>();
        private String from = "";
        private boolean first = true;
        private String sender = "";
        private String receiver = "";
        private boolean production;
        private String function = "";
        private String version = "";

        @Override
        public void accept(String id, Said.Source segment, long position) {
            switch (id) {
                case "ISA" -> {
                    from = segment.text(6, 1).strip();
                    name("ISA", segment.text(8, 1));
                    if (first) {
                        interchange(segment);
                    }
                }
                case "GS" -> {
                    name("GS", segment.text(3, 1));
                    function = segment.text(1, 1);
                    version = segment.text(8, 1);
                }
                case "ST" -> {
                    kinds.add(segment.text(1, 1));
                    transactions.add(TransactionKind.of(function, version, segment.text(1, 1)));
                }
                case "TA1" -> kinds.add(id);
                default -> {
                    // others look into transactions
                }
            }
        }

        private void name(String segment, String receiver) {
            if (named.size() < MOST_NAMED) {
                named.add(new Named(segment, from, receiver.strip()));
            }
        }

        private void interchange(Said.Source isa) {
            first = false;
            sender = isa.text(6, 1).strip();
            receiver = isa.text(8, 1).strip();
            production = !isa.text(15, 1).equals("T");
        }

        @Override
        public void envelopeFault(long position, String message) {
            faults.add(InterchangeFault.Level.ENVELOPE, position, message);
        }

        @Override
        public void finish(long position) {
            // the envelope told what is missing
        }
    }
}
