package org.plainclaim.x12.acknowledgment;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.SegmentOutput;

/** Writes TA1 and 999: a method for each loop, in order. */
public final class AcknowledgmentWriter {
    private static final String VERSION = "005010X231A1";

    private final SegmentOutput out;

    private AcknowledgmentWriter(SegmentOutput out) {
        this.out = out;
    }

    /**
     * Writes one file: every TA1, then a 999 for each group.
     *
     * @throws IllegalArgumentException if there is nothing to acknowledge
     */
    public static void write(OutputStream file, Interchange interchange, Acknowledgments acknowledgments) {
        if (acknowledgments.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to acknowledge");
        }
        SegmentOutput out = new SegmentOutput(file, interchange);
        AcknowledgmentWriter writer = new AcknowledgmentWriter(out);
        acknowledgments.interchanges().forEach(writer::interchange);
        if (!acknowledgments.groups().isEmpty()) {
            out.group("FA", VERSION);
            acknowledgments.groups().forEach(writer::group);
        }
        out.close();
    }

    private void interchange(InterchangeAcknowledgment interchange) {
        out.segment(
                "TA1",
                interchange.control(),
                interchange.date(),
                interchange.time(),
                interchange.disposition().code(),
                interchange.note());
    }

    private void group(FunctionalAcknowledgment acknowledgment) {
        GroupAcknowledgment group = acknowledgment.group();
        out.begin("999", VERSION);
        AcknowledgedGroup of = group.group();
        out.segment("AK1", of.function(), of.control(), of.version());
        acknowledgment.transactions().forEach(this::transaction);
        ended(
                "AK9",
                group.codes(),
                group.disposition().code(),
                Long.toString(group.included()),
                Long.toString(group.received()),
                Long.toString(group.accepted()));
        out.end();
    }

    private void transaction(TransactionAcknowledgment transaction) {
        out.segment("AK2", transaction.transaction(), transaction.control(), transaction.version());
        transaction.errors().forEach(this::error);
        ended("IK5", transaction.codes(), transaction.disposition().code());
    }

    private void error(SegmentError error) {
        out.segment("IK3", error.segment(), Long.toString(error.position()), error.loop(), error.code());
        if (!error.claim().isEmpty()) {
            out.segment("CTX", SegmentOutput.composite("CLM01", error.claim()));
        }
        for (ElementError element : error.elements()) {
            String component = element.component() == 0 ? "" : Integer.toString(element.component());
            out.segment(
                    "IK4", SegmentOutput.composite(Integer.toString(element.element()), component), "", element.code());
        }
    }

    /** An end has room for five codes. */
    private void ended(String id, List<String> codes, String... elements) {
        List<String> all = new ArrayList<>(List.of(elements));
        all.addAll(codes.subList(0, Math.min(5, codes.size())));
        out.segment(id, all.toArray(String[]::new));
    }
}
