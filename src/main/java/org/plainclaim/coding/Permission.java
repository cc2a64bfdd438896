package org.plainclaim.coding;

import java.util.List;
import java.util.Optional;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.Columns;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Who may bill a code, and under whose number. */
final class Permission {
    private static final String SUPERVISOR = "supervisor";

    private final RuleBook book;

    Permission(RuleBook book) {
        this.book = book;
    }

    /** The clinician whose number goes on the line: who rendered it, or the supervisor where the payer wants that. */
    Clinician check(Situation facts, LineMaker.Coded coded, List<Reason> reasons, List<Finding> findings) {
        Clinician rendering = coded.service().rendering();
        if (!facts.fact(Columns.CREDENTIAL).known()) {
            return rendering;
        }
        List<Evidence> evidence = rendering.taxonomy().evidence();
        Optional<Row> row = book.table(CodingTables.WHO_MAY_BILL).first(facts, coded.date());
        if (row.isEmpty()) {
            findings.add(Findings.unanswered("who-may-bill", book, coded.date(), facts, evidence));
            return rendering;
        }
        Row rule = row.get();
        Verdict verdict = allowed(rule);
        findings.add(new Finding(
                rule.source(),
                verdict,
                Severity.HOLD,
                rule.filled("message", facts),
                verdict == Verdict.PASS ? "" : rule.filled("fix", facts),
                evidence));
        if (verdict == Verdict.PASS) {
            reasons.add(new Reason(
                    rule.source(), "may bill " + facts.fact(Columns.CODE).value(), evidence));
        }
        Clinician supervising = coded.service().supervising();
        return supervising != null && rule.result("bill-as").equals(SUPERVISOR) ? supervising : rendering;
    }

    private static Verdict allowed(Row rule) {
        return switch (rule.result("allowed")) {
            case "yes" -> Verdict.PASS;
            case "no" -> Verdict.FAIL;
            default -> Verdict.NOT_CHECKED;
        };
    }
}
