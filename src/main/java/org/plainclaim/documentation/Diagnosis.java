package org.plainclaim.documentation;

import java.util.List;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * A diagnosis of the session.
 *
 * @param condition reference of the condition
 * @param code ICD-10-CM code, with its dot
 * @param verification verification status, such as {@code confirmed} or {@code provisional}
 * @param clinicalStatus clinical status, such as {@code active} or {@code remission}
 * @param text the condition in the clinician's words
 * @param notes what else is written of it
 */
public record Diagnosis(
        String condition,
        Fact<String> code,
        Fact<String> verification,
        Fact<String> clinicalStatus,
        Fact<String> text,
        List<Fact<String>> notes) {
    public Diagnosis {
        notes = List.copyOf(notes);
    }

    /** A diagnosis of which nothing is written but its code. */
    public Diagnosis(String condition, Fact<String> code, Fact<String> verification) {
        this(
                condition,
                code,
                verification,
                missing(condition, "clinicalStatus"),
                missing(condition, "code.text"),
                List.of());
    }

    private static Fact<String> missing(String condition, String element) {
        return Fact.unknown(Evidence.missing(condition, "Condition." + element));
    }
}
