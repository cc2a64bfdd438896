package org.plainclaim.x12.acknowledgment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SyntaxError;

/** One 999 while it is read. */
final class GroupDraft {
    private static final int LONGEST_COUNT = 6;

    private final Controls controls;
    private final AcknowledgmentListener listener;
    private @Nullable AcknowledgedGroup group;
    private @Nullable TransactionDraft transaction;
    private boolean ended;
    private long rejected;

    GroupDraft(Controls controls, AcknowledgmentListener listener) {
        this.controls = controls;
        this.listener = listener;
    }

    Controls controls() {
        return controls;
    }

    void take(String id, Said said) {
        switch (id) {
            case "AK1" -> begin(said);
            case "AK2" -> {
                unanswered(said);
                transaction = new TransactionDraft(said);
                misplaced(group == null || ended, said);
            }
            case "IK5" -> answered(said);
            case "AK9" -> end(said);
            default -> misplaced(transaction == null || !transaction.take(id, said), said);
        }
    }

    private static void misplaced(boolean wrong, Said said) {
        if (wrong) {
            said.wrong("a segment in the wrong place, or one that a 999 does not have");
        }
    }

    private void begin(Said said) {
        misplaced(group != null, said);
        if (said.text(2).isEmpty()) {
            said.wrong(2, "has to name a group");
        }
        group = new AcknowledgedGroup(said.text(1), said.text(2), said.text(3));
    }

    private void unanswered(Said said) {
        if (transaction != null) {
            said.wrong("a transaction without an answer (IK5)", SyntaxError.SEGMENT_MISSING);
            transaction = null;
        }
    }

    private void answered(Said said) {
        TransactionDraft draft = transaction;
        AcknowledgedGroup of = group;
        transaction = null;
        misplaced(draft == null, said);
        Disposition disposition = Disposition.of(said.text(1));
        if (disposition == null || disposition == Disposition.PARTLY_ACCEPTED) {
            said.wrong(1, "has to say whether the transaction was taken");
        } else if (draft != null && of != null) {
            rejected += disposition.taken() ? 0 : 1;
            listener.transaction(controls, of, draft.made(disposition, codes(said, 2)));
        }
    }

    static List<String> codes(Said said, int first) {
        List<String> codes = new ArrayList<>();
        for (int element = first; element < first + 5; element++) {
            if (!said.text(element).isEmpty()) {
                codes.add(said.text(element));
            }
        }
        return codes;
    }

    private void end(Said said) {
        unanswered(said);
        misplaced(ended, said);
        ended = true;
        Disposition disposition = Disposition.of(said.text(1));
        AcknowledgedGroup of = group;
        if (disposition == null) {
            said.wrong(1, "has to say whether the group was taken");
            return;
        }
        GroupAcknowledgment made = new GroupAcknowledgment(
                of == null ? new AcknowledgedGroup("", "", "") : of,
                disposition,
                count(said, 2),
                count(said, 3),
                count(said, 4),
                codes(said, 5));
        contradiction(made, said);
        if (of != null) {
            listener.group(controls, made);
        }
    }

    /** A group that was taken whole has no transaction that was not; and the counts have to add up. */
    private void contradiction(GroupAcknowledgment made, Said said) {
        if (made.disposition() == Disposition.ACCEPTED && rejected > 0) {
            said.wrong(1, "takes a group of which a transaction was rejected");
        }
        if (made.accepted() > made.received() || made.received() - made.accepted() < rejected) {
            said.wrong(4, "does not add up");
        }
        if (made.disposition() == Disposition.REJECTED && made.accepted() > 0) {
            said.wrong(4, "counts accepted transactions of a rejected group");
        }
    }

    private static long count(Said said, int element) {
        BigDecimal number = said.text(element).length() > LONGEST_COUNT ? null : said.number(element);
        if (number == null || number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            said.wrong(element, "has to be a count");
            return 0;
        }
        return number.longValue();
    }

    void ends(Said said) {
        if (!ended) {
            unanswered(said);
            said.wrong("the 999 has no answer for the group (AK9)", SyntaxError.SEGMENT_MISSING);
        }
    }
}
