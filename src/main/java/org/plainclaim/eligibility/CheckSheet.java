package org.plainclaim.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** Writes down what checks find: the check says the state, the row of the state says what that means. */
final class CheckSheet {
    private final Table rows;
    private final LocalDate date;
    private final List<Finding> findings = new ArrayList<>();

    CheckSheet(RuleBook book, LocalDate date) {
        this.rows = book.table(EligibilityTables.CHECKS);
        this.date = date;
    }

    /**
     * One finding.
     *
     * @param words what stands in the places of the row's sentences
     * @throws IllegalStateException if the table has no row for the state, which a test excludes
     */
    void say(String check, String state, Map<String, String> words, Evidence evidence) {
        List<Evidence> looked = List.of(evidence);
        Situation situation = situation(check, state, looked);
        for (Map.Entry<String, String> word : words.entrySet()) {
            situation = situation.with(word.getKey(), new Fact<>(word.getValue(), looked));
        }
        Row row = rows.first(situation, date)
                .orElseThrow(() -> new IllegalStateException("no row for " + check + " " + state));
        Verdict verdict =
                Verdict.valueOf(row.result("verdict").toUpperCase(Locale.ROOT).replace('-', '_'));
        boolean nothingToDo = verdict == Verdict.PASS || verdict == Verdict.BYPASSED;
        findings.add(new Finding(
                row.source(),
                verdict,
                Severity.of(row.result("severity")),
                row.filled("message", situation),
                nothingToDo ? "" : row.filled("fix", situation),
                looked));
    }

    void say(String check, String state, Evidence evidence) {
        say(check, state, Map.of(), evidence);
    }

    /** The days that a row of the table allows; empty if there is none. */
    Optional<Integer> days(String check) {
        return rows.first(situation(check, "limit", List.of()), date).map(row -> Integer.valueOf(row.result("days")));
    }

    private static Situation situation(String check, String state, List<Evidence> evidence) {
        return Situation.EMPTY.with("check", new Fact<>(check, evidence)).with("state", new Fact<>(state, evidence));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
