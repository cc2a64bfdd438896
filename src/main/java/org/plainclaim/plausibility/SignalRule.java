package org.plainclaim.plausibility;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Severity;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;

/**
 * A row of {@code rules/signals} with its numbers read.
 *
 * @param row the row
 * @param threshold what must be reached, or passed, as the signal says
 * @param atMost what is above it belongs to another row
 * @param atLeast how many must be there to say anything
 * @param peers how many others must be there to compare with
 * @param days how far back it looks from a single session
 * @param weight what it contributes to the total score, from 0 to 1
 * @param severity what a reader is told: never hold
 */
record SignalRule(
        Row row, double threshold, double atMost, int atLeast, int peers, int days, double weight, Severity severity) {
    SignalRule {
        if (severity == Severity.HOLD) {
            throw new IllegalStateException(
                    row.origin() + ": severity: a signal never holds a claim; write warn or info");
        }
        if (weight < 0 || weight > 1) {
            throw new IllegalStateException(row.origin() + ": weight: must be from 0 to 1");
        }
    }

    /**
     * Reads a row.
     *
     * @throws IllegalStateException if a number is none, or the severity holds
     */
    static SignalRule of(Row row) {
        return new SignalRule(
                row,
                number(row, "threshold", 0),
                number(row, "at-most", Double.MAX_VALUE),
                (int) number(row, "at-least", 1),
                (int) number(row, "peers", 0),
                (int) number(row, "days", 0),
                number(row, "weight", 0),
                Severity.of(row.result("severity")));
    }

    private static double number(Row row, String column, double otherwise) {
        String text = row.result(column);
        if (!text.matches("([0-9]{1,6}(\\.[0-9]{1,4})?)?")) {
            throw new IllegalStateException(row.origin() + ": " + column + ": '" + text + "' is no number");
        }
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }

    /** What a cell lists, in its order. */
    Set<String> list(String column) {
        String text = row.result(column);
        return text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split("\\|", -1)));
    }

    /** The score of a value: a half where it begins to matter, 1 from the most on. */
    double score(double value, double most) {
        double over = most > threshold ? (value - threshold) / (most - threshold) : 1;
        return 0.5 + 0.5 * Math.max(0, Math.min(1, over));
    }

    Signal signal(Observation observation) {
        return new Signal(
                row.source(),
                severity,
                observation.score(),
                weight,
                filled("message", observation.values()),
                row.result("fix"),
                observation.evidence());
    }

    /** What is said where too little is there to look at. */
    Unchecked unchecked(Map<String, String> values) {
        return new Unchecked(row.source(), filled("unchecked", values));
    }

    private String filled(String column, Map<String, String> values) {
        Evidence nowhere = Evidence.missing("", "");
        return row.filled(
                column,
                Situation.of(values.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Fact.of(entry.getValue(), nowhere)))));
    }
}
