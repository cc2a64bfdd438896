package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;

/** Writes findings, and problems of the input, as an OperationOutcome. */
public final class IssueWriter {
    private final ObjectNode outcome = Nodes.resource("OperationOutcome");
    private final ArrayNode issues = outcome.putArray("issue");

    private IssueWriter() {}

    /** One issue for each check that did not pass; a passed check is counted elsewhere. */
    public static ObjectNode findings(List<Finding> findings) {
        IssueWriter writer = new IssueWriter();
        findings.stream().filter(finding -> finding.verdict() == Verdict.FAIL).forEach(writer::failed);
        boolean failed = !writer.issues.isEmpty();
        findings.stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_CHECKED)
                .forEach(finding -> writer.said("Not checked: ", finding));
        boolean unchecked = findings.stream().anyMatch(finding -> finding.verdict() == Verdict.NOT_CHECKED);
        findings.stream()
                .filter(finding -> finding.verdict() == Verdict.BYPASSED)
                .forEach(finding -> writer.said("Excused: ", finding));
        if (!failed) {
            writer.passed(unchecked);
        }
        return writer.outcome;
    }

    /** One issue for each problem of input that can not be read. */
    public static ObjectNode problems(List<InputProblem> problems) {
        IssueWriter writer = new IssueWriter();
        for (InputProblem problem : problems) {
            ObjectNode issue = writer.issues
                    .addObject()
                    .put("severity", "error")
                    .put("code", problem.code())
                    .put("diagnostics", problem.fix());
            issue.putObject("details").put("text", problem.message());
            issue.putArray("expression").add(problem.expression());
        }
        return writer.outcome;
    }

    private void passed(boolean unchecked) {
        issues.addObject()
                .put("severity", "information")
                .put("code", "informational")
                .putObject("details")
                .put("text", unchecked ? "Every check that could be made passed." : "All checks passed.");
    }

    private void failed(Finding finding) {
        ObjectNode issue = issues.addObject().put("severity", severity(finding.severity()));
        issue.put("code", "business-rule");
        complete(issue, finding, finding.message());
    }

    private void said(String introduction, Finding finding) {
        ObjectNode issue = issues.addObject().put("severity", "information").put("code", "informational");
        complete(issue, finding, introduction + finding.message());
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case HOLD -> "error";
            case WARN -> "warning";
            case INFO -> "information";
        };
    }

    private static void complete(ObjectNode issue, Finding finding, String text) {
        issue.set("details", Nodes.concept(Systems.RULE, finding.rule()).put("text", text));
        if (!finding.fix().isEmpty()) {
            issue.put("diagnostics", finding.fix());
        }
        List<String> paths =
                finding.evidence().stream().map(Evidence::path).distinct().toList();
        if (!paths.isEmpty()) {
            ArrayNode expression = issue.putArray("expression");
            paths.forEach(expression::add);
        }
    }
}
