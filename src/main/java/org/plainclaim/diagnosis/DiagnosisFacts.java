package org.plainclaim.diagnosis;

import java.time.LocalDate;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Situation;

/** Turns a documented diagnosis into the facts that the tables ask about. */
final class DiagnosisFacts {
    private static final Column CLINICAL_STATUS = Column.of("clinical-status");
    private static final Column DIAGNOSIS = Column.of("diagnosis");
    private static final Column SEVENTH = Column.of("seventh");
    private static final Column SHAPE = Column.of("shape");
    private static final Column VERIFICATION = Column.of("verification");
    private static final int CATEGORY_LENGTH = 3;
    private static final int LONGEST = 8;

    private final CodeDates dates;
    private final Situation session;
    private final LocalDate date;

    DiagnosisFacts(CodeDates dates, Situation session, LocalDate date) {
        this.dates = dates;
        this.session = session;
        this.date = date;
    }

    Seen of(Diagnosis diagnosis) {
        Fact<String> code = diagnosis.code();
        Situation facts = session.with(DIAGNOSIS, code)
                .with(VERIFICATION, diagnosis.verification())
                .with(CLINICAL_STATUS, diagnosis.clinicalStatus());
        String text = code.value();
        if (text == null) {
            return new Seen(diagnosis, "", facts);
        }
        boolean shaped = hasShape(text);
        facts = facts.with(SHAPE, new Fact<>(shaped ? "valid" : "invalid", code.evidence()));
        return new Seen(diagnosis, text, shaped ? dates.with(facts, code, date) : facts);
    }

    /** The facts of a code that only rules about single codes ask for: its seventh character. */
    static Situation closer(Seen seen) {
        String code = seen.code();
        String seventh = code.length() == LONGEST ? code.substring(LONGEST - 1) : "missing";
        return seen.with(SEVENTH, seventh);
    }

    /** A letter and two letters or digits; then nothing, or a dot and up to four letters or digits. */
    private static boolean hasShape(String code) {
        int length = code.length();
        if (length < CATEGORY_LENGTH || length == CATEGORY_LENGTH + 1 || length > LONGEST) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char at = code.charAt(i);
            boolean letter = at >= 'A' && at <= 'Z';
            boolean digit = at >= '0' && at <= '9';
            boolean fits =
                    switch (i) {
                        case 0 -> letter;
                        case CATEGORY_LENGTH -> at == '.';
                        default -> letter || digit;
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
