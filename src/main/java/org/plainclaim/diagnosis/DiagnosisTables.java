package org.plainclaim.diagnosis;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** The tables that say what is said of diagnoses, and in which order they go on a claim. */
public final class DiagnosisTables {
    /** What is said of one diagnosis. */
    public static final TableSchema DIAGNOSES = new TableSchema(
            "rules/diagnoses",
            List.of(
                    "shape",
                    "code-begins",
                    "verification",
                    "validity",
                    "clinical-status",
                    "seventh",
                    "age",
                    "gender",
                    "place"),
            List.of("rule-of"),
            List.of("must-be", "or-says", "verdict", "severity", "use", "message", "fix"));

    /** What is said of two diagnoses on one claim. */
    public static final TableSchema PAIRS = new TableSchema(
            "rules/diagnosis-pairs",
            List.of("code-begins", "other-begins"),
            List.of("about"),
            List.of("alike", "use", "severity", "message", "fix"));

    /** Which diagnosis stands behind which. */
    public static final TableSchema ORDER = new TableSchema(
            "rules/diagnosis-order",
            List.of("code-begins", "behind-begins"),
            List.of("about"),
            List.of("severity", "message", "moved", "fix"));

    /** What a diagnosis wants beside it. */
    public static final TableSchema ADDITIONAL = new TableSchema(
            "rules/diagnosis-additional",
            List.of("code-begins", "beside-begins"),
            List.of("about"),
            List.of("verdict", "severity", "message", "fix"));

    /** Words in a condition's own text that do not go with its code. */
    public static final TableSchema WORDS = new TableSchema(
            "rules/diagnosis-words",
            List.of("where", "code-begins"),
            List.of("about"),
            List.of("words", "except-begins", "severity", "message", "fix"));

    /** Which diagnoses a line points to first. */
    public static final TableSchema POINTERS = new TableSchema(
            "rules/diagnosis-pointers",
            List.of("code"),
            List.of(),
            List.of("prefer-begins", "then-begins", "because", "severity", "message", "fix"));

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(DIAGNOSES, PAIRS, ORDER, ADDITIONAL, WORDS, POINTERS);

    private DiagnosisTables() {}
}
