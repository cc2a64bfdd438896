package org.plainclaim.fhir.scrub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.fhir.IssueWriter;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.X12Systems;
import org.plainclaim.rules.Row;
import org.plainclaim.scrub.PayerAnswer;
import org.plainclaim.scrub.ScrubFinding;
import org.plainclaim.scrub.ScrubOutcome;
import org.plainclaim.scrub.TimelyFiling;

/** Writes what the edits found as the Parameters that $scrub is defined to return. */
public final class ScrubWriter {
    private static final String REMARK = "https://x12.org/codes/remittance-advice-remark-codes";

    private final ScrubOutcome outcome;
    private final ObjectNode resource = Nodes.resource("Parameters");
    private final ArrayNode parameters = resource.putArray("parameter");

    private ScrubWriter(ScrubOutcome outcome) {
        this.outcome = outcome;
    }

    /** The answer: status, issues, filing limit, one {@code edit} for each verdict, and how many there are of each. */
    public static ObjectNode write(ScrubOutcome outcome) {
        ScrubWriter writer = new ScrubWriter(outcome);
        writer.status();
        writer.issues();
        writer.filing();
        outcome.findings().forEach(writer::edit);
        writer.checks();
        return writer.resource;
    }

    private ObjectNode parameter(String name) {
        return parameters.addObject().put("name", name);
    }

    private void status() {
        String status = outcome.held() ? "held" : outcome.clean() ? "clean" : "ready";
        parameter("status").put("valueCode", status);
    }

    /** What failed or could not be looked at; what does not apply is no issue. */
    private void issues() {
        List<Finding> said = new ArrayList<>();
        for (ScrubFinding one : outcome.findings()) {
            Verdict verdict = one.finding().verdict();
            if (verdict == Verdict.FAIL || verdict == Verdict.NOT_CHECKED) {
                said.add(one.finding());
            }
        }
        parameter("outcome").set("resource", IssueWriter.findings(said));
    }

    private void filing() {
        TimelyFiling.Clock clock = outcome.filing();
        LocalDate last = clock.lastDay();
        Row rule = clock.rule();
        if (last == null || rule == null) {
            return;
        }
        ArrayNode parts = parameter("filing").putArray("part");
        text(parts, "lastDay", "Date", last.toString());
        parts.addObject().put("name", "daysLeft").put("valueInteger", (int)
                (long) Objects.requireNonNull(clock.daysLeft()));
        text(parts, "bound", "Code", clock.ceiling() ? "ceiling" : "limit");
        text(parts, "rule", "Code", rule.rule());
        text(parts, "citation", "String", rule.source().citation());
    }

    private void edit(ScrubFinding found) {
        Finding finding = found.finding();
        ArrayNode parts = parameter("edit").putArray("part");
        text(parts, "edit", "Code", found.edit());
        text(parts, "verdict", "Code", finding.verdict().code());
        text(parts, "path", "String", found.path());
        if (found.line() > 0) {
            parts.addObject().put("name", "line").put("valuePositiveInt", found.line());
        }
        text(parts, "checks", "String", found.checks());
        if (finding.verdict() != Verdict.PASS) {
            text(parts, "message", "String", finding.message());
        }
        if (!finding.fix().isEmpty()) {
            text(parts, "fix", "String", finding.fix());
        }
        if (finding.verdict() == Verdict.FAIL) {
            text(parts, "severity", "Code", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
        }
        boolean todo = finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.NOT_CHECKED;
        if (todo) {
            text(parts, "owner", "Code", found.owner());
            answers(parts, found.answer());
        }
        found.rules().forEach(rule -> text(parts, "rule", "Code", rule));
        text(parts, "citation", "String", finding.source().citation());
        if (finding.source().effectiveFrom() != null || finding.source().effectiveTo() != null) {
            parts.addObject().put("name", "effective").set("valuePeriod", Nodes.effective(finding.source()));
        }
    }

    /** Each likely answer as one concept: the reason with its remark and the group, or the status of a rejection. */
    private static void answers(ArrayNode parts, PayerAnswer answer) {
        for (PayerAnswer.Reason reason : answer.reasons()) {
            ArrayNode codings = concept(parts);
            coding(codings, X12Systems.REASON, reason.carc());
            if (!reason.rarc().isEmpty()) {
                coding(codings, REMARK, reason.rarc());
            }
            if (!answer.group().isEmpty()) {
                coding(codings, X12Systems.GROUP, answer.group());
            }
        }
        answer.statuses().forEach(status -> coding(concept(parts), X12Systems.STATUS, status));
    }

    private static ArrayNode concept(ArrayNode parts) {
        return parts.addObject()
                .put("name", "answer")
                .putObject("valueCodeableConcept")
                .putArray("coding");
    }

    private static void coding(ArrayNode codings, String system, String code) {
        codings.addObject().put("system", system).put("code", code);
    }

    private void checks() {
        ArrayNode parts = parameter("checks").putArray("part");
        for (Verdict verdict : Verdict.values()) {
            parts.addObject().put("name", verdict.code()).put("valueInteger", (int) outcome.count(verdict));
        }
        text(parts, "payer", "Code", outcome.book().payer());
        text(parts, "release", "String", outcome.book().release().digest());
    }

    private static void text(ArrayNode parts, String name, String type, String value) {
        parts.addObject().put("name", name).put("value" + type, value.strip());
    }
}
