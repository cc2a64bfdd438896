package org.plainclaim.x12.acknowledgment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Said;

/** AK2 to IK5 while it is read. */
final class TransactionDraft {
    private static final int MOST_ERRORS = 1_000;
    private static final int MOST_ELEMENTS = 100;

    /** So many of all segments together: a transaction that is wrong in more places is wrong all the same. */
    private static final int MOST_ELEMENTS_TOGETHER = 5_000;

    private static final String CLAIM = "CLM01";

    private final String transaction;
    private final String control;
    private final String version;
    private final List<SegmentError> errors = new ArrayList<>();
    private @Nullable ErrorDraft error;
    private int elements;

    /** Begins with AK2. */
    TransactionDraft(Said said) {
        transaction = said.text(1);
        control = said.text(2);
        version = said.text(3);
        if (control.isEmpty()) {
            said.wrong(2, "has to name a transaction");
        }
    }

    private static final class ErrorDraft {
        private final String segment;
        private final long position;
        private final String loop;
        private final String code;
        private String claim = "";
        private final List<ElementError> elements = new ArrayList<>();

        private ErrorDraft(Said said) {
            segment = said.text(1);
            position = place(said, 2, 1);
            loop = said.text(3);
            code = said.text(4);
        }
    }

    private static int place(Said said, int element, int component) {
        String text = said.text(element, component);
        boolean number = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            said.wrong(element, "has to be a place");
            return 0;
        }
        return new BigDecimal(text).intValue();
    }

    /** True if the segment belongs here. */
    boolean take(String id, Said said) {
        ErrorDraft draft = error;
        switch (id) {
            case "IK3" -> {
                keep();
                error = new ErrorDraft(said);
                return true;
            }
            case "IK4" -> {
                if (draft != null && draft.elements.size() < MOST_ELEMENTS && elements < MOST_ELEMENTS_TOGETHER) {
                    elements++;
                    int component = said.text(1, 2).isEmpty() ? 0 : place(said, 1, 2);
                    draft.elements.add(new ElementError(place(said, 1, 1), component, said.text(3)));
                }
                return draft != null;
            }
            case "CTX" -> {
                if (draft != null && said.text(1, 1).equals(CLAIM)) {
                    draft.claim = said.text(1, 2);
                }
                return draft != null;
            }
            default -> {
                return false;
            }
        }
    }

    private void keep() {
        ErrorDraft draft = error;
        if (draft != null && errors.size() < MOST_ERRORS) {
            errors.add(new SegmentError(
                    draft.segment, draft.position, draft.loop, draft.code, draft.claim, draft.elements));
        }
        error = null;
    }

    TransactionAcknowledgment made(Disposition disposition, List<String> codes) {
        keep();
        return new TransactionAcknowledgment(transaction, control, version, disposition, codes, errors);
    }
}
