package org.plainclaim.diagnosis;

import java.util.List;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Situation;

/**
 * A diagnosis with the facts that the tables ask about.
 *
 * @param diagnosis as documented
 * @param code its code; empty if it has none
 * @param facts what is known of it, of the patient and of the date
 */
record Seen(Diagnosis diagnosis, String code, Situation facts) {
    private static final Column OTHER = Column.of("other");

    List<Evidence> evidence() {
        return diagnosis.code().evidence();
    }

    /** The facts, with the other diagnosis as {@code {other}}. */
    Situation beside(Seen other) {
        return facts.with(OTHER, other.diagnosis().code());
    }

    Situation with(Column column, String value) {
        return facts.with(column, new Fact<>(value, evidence()));
    }
}
