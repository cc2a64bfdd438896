package org.plainclaim.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plainclaim.coding.Findings;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** Counts how often a code was billed in the time that a limit speaks of. */
public final class FrequencyEdits {
    private final Table table;
    private final PatientHistory history;
    private final List<KnownLine> others;

    public FrequencyEdits(RuleBook book, PatientHistory history, List<KnownLine> others) {
        this.table = book.table(EditTables.FREQUENCY_LIMITS);
        this.history = history;
        this.others = List.copyOf(others);
    }

    /** True if some limit speaks of the code, so that the history is worth reading. */
    public static boolean asks(RuleBook book, String code) {
        return !book.table(EditTables.FREQUENCY_LIMITS).rowsOf(code).isEmpty();
    }

    /** One finding for every limit of the line's code; what the history does not reach back to is not checked. */
    public List<Finding> check(KnownLine line) {
        List<Finding> findings = new ArrayList<>();
        Situation facts = Situation.of(java.util.Map.of("code", line.codeFact()));
        for (Row row : table.all(facts, line.date())) {
            findings.add(check(line, row, facts));
        }
        return findings;
    }

    private Finding check(KnownLine line, Row row, Situation facts) {
        LimitWindow window = LimitWindow.of(row.result("window"), line.date());
        Set<String> counts = row.result("counts").isEmpty()
                ? Set.of(line.code())
                : Set.of(row.result("counts").split("\\|", -1));
        int number = line.units();
        List<Evidence> evidence = new ArrayList<>(line.evidence());
        LocalDate last = null;
        for (KnownLine other : others) {
            if (counts.contains(other.code()) && window.holds(other, line) && fits(row, other, line)) {
                number += other.units();
                evidence.addAll(other.evidence());
                last = last == null || other.date().isAfter(last) ? other.date() : last;
            }
        }
        Situation said = facts.with("number", new Fact<>(number, evidence))
                .with("last", new Fact<>(last == null ? "none" : last.toString(), evidence));
        boolean within = number <= Integer.parseInt(row.result("limit"));
        boolean known = window.known(history, line);
        Verdict verdict = !within ? Verdict.FAIL : known ? Verdict.PASS : Verdict.NOT_CHECKED;
        return Findings.of(row, verdict, said, evidence);
    }

    private static boolean fits(Row row, KnownLine other, KnownLine line) {
        return switch (row.result("per")) {
            case "clinician" -> other.provider().npi().equals(line.provider().npi());
            case "practice" -> other.provider()
                    .practice()
                    .equals(line.provider().practice());
            default -> true;
        };
    }
}
