package org.plainclaim.x12.acknowledgment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SyntaxError;
import org.plainclaim.x12.TransactionKind;

/** One transaction while it is gone through. The codes are those of X12 data element 618. */
final class TransactionReview {
    private static final String END_MISSING = "2";
    private static final String CONTROLS_DIFFER = "3";
    private static final String COUNT = "4";
    private static final String SEGMENTS = "5";
    private static final String CONTROL_NUMBER = "7";
    private static final String NOT_IN_GROUP = "18";
    private static final String NOT_UNIQUE = "23";
    private static final int MOST_ERRORS = 100;

    private final String transaction;
    private final String control;
    private final String version;
    private final long first;
    private final Set<String> codes = new TreeSet<>();
    private final List<SegmentError> errors = new ArrayList<>();
    private long segments;

    TransactionReview(TransactionKind kind, Said.Source st, long position, boolean unique) {
        transaction = st.text(1, 1);
        control = st.text(2, 1);
        version = st.text(3, 1);
        first = position;
        if (!kind.transaction().equals(transaction)) {
            codes.add(NOT_IN_GROUP);
        }
        if (!control.matches("[0-9A-Za-z]{4,9}")) {
            codes.add(CONTROL_NUMBER);
        } else if (!unique) {
            codes.add(NOT_UNIQUE);
        }
    }

    void accept(String id, Said.Source segment, long position, List<InterchangeFault> faults) {
        segments++;
        if (!faults.isEmpty()) {
            codes.add(SEGMENTS);
            if (errors.size() < MOST_ERRORS) {
                error(id, position, faults);
            }
        }
        if (id.equals("SE")) {
            if (!segment.text(1, 1).replaceFirst("^0+(?=.)", "").equals(Long.toString(segments))) {
                codes.add(COUNT);
            }
            if (!segment.text(2, 1).equals(control)) {
                codes.add(CONTROLS_DIFFER);
            }
        }
    }

    /** A wrong segment is named once for each thing that is wrong with it as a whole, and once for all its elements. */
    private void error(String id, long position, List<InterchangeFault> faults) {
        long place = position - first + 1;
        String segment = Echo.text(id, 3);
        List<ElementError> elements = new ArrayList<>();
        for (InterchangeFault fault : faults) {
            if (fault.element() > 0) {
                elements.add(new ElementError(fault.element(), 0, fault.code()));
            } else {
                errors.add(new SegmentError(segment, place, "", fault.code(), "", List.of()));
            }
        }
        if (!elements.isEmpty()) {
            errors.add(
                    new SegmentError(segment, place, "", SyntaxError.SEGMENT_HAS_ELEMENT_ERRORS.code(), "", elements));
        }
    }

    void endMissing() {
        codes.add(END_MISSING);
    }

    TransactionAcknowledgment acknowledgment() {
        return new TransactionAcknowledgment(
                Echo.text(transaction, 3),
                Echo.text(control, 9),
                Echo.text(version, 35),
                codes.isEmpty() ? Disposition.ACCEPTED : Disposition.REJECTED,
                List.copyOf(codes),
                errors);
    }
}
