package org.plainclaim.fhir.scrub;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.fhir.Systems;

/** Writes what failed or could not be looked at as an OperationOutcome, just as {@code fhir.IssueWriter} would. */
final class ScrubIssues {
    private final JsonBytes json;
    private final KnownTexts texts;
    private boolean first = true;

    ScrubIssues(JsonBytes json, KnownTexts texts) {
        this.json = json;
        this.texts = texts;
    }

    void write(List<Finding> findings) {
        List<Finding> unchecked = new ArrayList<>();
        json.raw("{\"resourceType\":\"OperationOutcome\",\"issue\":[");
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.FAIL) {
                issue(finding, severity(finding.severity()), "business-rule", finding.message());
            } else if (finding.verdict() == Verdict.NOT_CHECKED) {
                unchecked.add(finding);
            }
        }
        boolean failed = !first;
        for (Finding finding : unchecked) {
            issue(finding, "information", "informational", "Not checked: " + finding.message());
        }
        if (!failed) {
            next();
            json.raw("{\"severity\":\"information\",\"code\":\"informational\",\"details\":{\"text\":")
                    .text(unchecked.isEmpty() ? "All checks passed." : "Every check that could be made passed.")
                    .raw("}}");
        }
        json.raw("]}");
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case HOLD -> "error";
            case WARN -> "warning";
            case INFO -> "information";
        };
    }

    private void issue(Finding finding, String severity, String code, String text) {
        next();
        json.raw("{\"severity\":\"").raw(severity).raw("\",\"code\":\"").raw(code);
        json.raw("\",\"details\":{\"coding\":[{\"system\":\"").raw(Systems.RULE).raw("\",\"code\":");
        json.raw(texts.quoted(finding.rule())).raw("}],\"text\":").text(text).raw("}");
        if (!finding.fix().isEmpty()) {
            json.raw(",\"diagnostics\":").text(finding.fix());
        }
        List<String> paths =
                finding.evidence().stream().map(Evidence::path).distinct().toList();
        if (!paths.isEmpty()) {
            json.raw(",\"expression\":[");
            for (int i = 0; i < paths.size(); i++) {
                json.raw(i == 0 ? "" : ",").text(paths.get(i));
            }
            json.raw("]");
        }
        json.raw("}");
    }

    private void next() {
        json.raw(first ? "" : ",");
        first = false;
    }
}
