package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.List;
import org.plainclaim.documentation.Columns;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Findings made from a row's own severity, message and fix. */
public final class Findings {
    private Findings() {}

    /** A row that has a severity, a message and a fix, with a verdict. */
    public static Finding of(Row row, Verdict verdict, Situation situation, List<Evidence> evidence) {
        boolean nothingToDo = verdict == Verdict.PASS || verdict == Verdict.BYPASSED;
        return new Finding(
                row.source(),
                verdict,
                Severity.of(row.result("severity")),
                row.filled("message", situation),
                nothingToDo ? "" : row.filled("fix", situation),
                evidence);
    }

    /** No row of a table decided: what that means is itself a row. */
    public static Finding unanswered(
            String question, RuleBook book, LocalDate date, Situation situation, List<Evidence> evidence) {
        Fact<String> asked = new Fact<>(question, evidence);
        Row row = book.table(CodingTables.UNANSWERED)
                .first(Situation.of(Columns.QUESTION, asked), date)
                .orElseThrow(() -> new IllegalStateException("no row for the question " + question));
        return of(row, Verdict.FAIL, situation, evidence);
    }
}
