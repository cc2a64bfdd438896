package org.plainclaim.x12.acknowledgment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.TransactionKind;

/** One functional group while it is gone through. The codes are those of X12 data element 716. */
final class GroupReview {
    private static final String NOT_SUPPORTED = "1";
    private static final String VERSION_NOT_SUPPORTED = "2";
    private static final String END_MISSING = "3";
    private static final String CONTROLS_DIFFER = "4";
    private static final String COUNT = "5";
    private static final String CONTROL_NUMBER = "6";

    private final String function;
    private final String control;
    private final String version;
    private final Set<String> codes = new TreeSet<>();
    private final Set<String> controls = new HashSet<>();
    private final List<TransactionAcknowledgment> transactions = new ArrayList<>();
    private @Nullable TransactionReview open;
    private long included;

    GroupReview(Said.Source gs) {
        function = gs.text(1, 1);
        control = gs.text(6, 1);
        version = gs.text(8, 1);
        if (!TransactionKind.knowsFunction(function)) {
            codes.add(NOT_SUPPORTED);
        } else if (TransactionKind.ofGroup(function, version) == TransactionKind.OTHER) {
            codes.add(VERSION_NOT_SUPPORTED);
        }
        if (!control.matches("[0-9]{1,9}")) {
            codes.add(CONTROL_NUMBER);
        }
    }

    boolean acknowledges() {
        return InterchangeReview.isAcknowledgment(function);
    }

    /** False if the segment stands outside of any transaction. */
    boolean accept(String id, Said.Source segment, long position, List<InterchangeFault> faults) {
        if (id.equals("ST")) {
            endTransaction();
            String transaction = segment.text(2, 1);
            open = new TransactionReview(
                    TransactionKind.ofGroup(function, version), segment, position, controls.add(transaction));
        }
        TransactionReview current = open;
        if (current == null) {
            return false;
        }
        current.accept(id, segment, position, faults);
        if (id.equals("SE")) {
            transactions.add(current.acknowledgment());
            open = null;
        }
        return true;
    }

    private void endTransaction() {
        if (open != null) {
            open.endMissing();
            transactions.add(open.acknowledgment());
            open = null;
        }
    }

    void endMissing() {
        endTransaction();
        codes.add(END_MISSING);
        included = transactions.size();
    }

    void ends(Said.Source ge) {
        endTransaction();
        String count = ge.text(1, 1).replaceFirst("^0+(?=.)", "");
        if (!count.equals(Integer.toString(transactions.size()))) {
            codes.add(COUNT);
        }
        included = count.matches("[0-9]{1,6}") ? Long.parseLong(count) : transactions.size();
        if (!ge.text(2, 1).equals(control)) {
            codes.add(CONTROLS_DIFFER);
        }
    }

    FunctionalAcknowledgment acknowledgment(String interchange) {
        long taken = transactions.stream()
                .filter(transaction -> transaction.disposition().taken())
                .count();
        boolean refused = !codes.isEmpty() || taken == 0;
        Disposition disposition = refused
                ? Disposition.REJECTED
                : taken < transactions.size() ? Disposition.PARTLY_ACCEPTED : Disposition.ACCEPTED;
        GroupAcknowledgment group = new GroupAcknowledgment(
                new AcknowledgedGroup(Echo.text(function, 2), Echo.text(control, 9), Echo.text(version, 12)),
                disposition,
                included,
                transactions.size(),
                refused ? 0 : taken,
                List.copyOf(codes));
        return new FunctionalAcknowledgment(interchange, group, codes.isEmpty() ? transactions : List.of());
    }
}
