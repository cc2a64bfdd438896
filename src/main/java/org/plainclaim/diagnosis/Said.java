package org.plainclaim.diagnosis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;

/** What the rules of one claim's diagnoses have said so far. */
final class Said {
    private final LocalDate date;
    private final List<Finding> findings = new ArrayList<>();

    Said(LocalDate date) {
        this.date = date;
    }

    LocalDate date() {
        return date;
    }

    boolean holdsOn(Row row) {
        return row.period().contains(date);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Says a row's own message. */
    void say(Row row, Verdict verdict, Situation facts, List<Evidence> evidence) {
        boolean nothingToDo = verdict == Verdict.PASS || verdict == Verdict.BYPASSED;
        findings.add(new Finding(
                row.source(),
                verdict,
                Severity.of(row.result("severity")),
                row.filled("message", facts),
                nothingToDo ? "" : row.filled("fix", facts),
                evidence));
    }

    /** Says that a rule was kept by moving a diagnosis. */
    void moved(Row row, Situation facts, List<Evidence> evidence) {
        findings.add(
                new Finding(row.source(), Verdict.BYPASSED, Severity.INFO, row.filled("moved", facts), "", evidence));
    }

    /** The evidence of both diagnoses. */
    static List<Evidence> both(Seen one, Seen other) {
        List<Evidence> evidence = new ArrayList<>(one.evidence());
        other.evidence().stream().filter(more -> !evidence.contains(more)).forEach(evidence::add);
        return evidence;
    }
}
