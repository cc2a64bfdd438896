package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Span;
import org.plainclaim.explanation.Verdict;

/** Writes the answer for a session as the Parameters that the operations are defined to return. */
public final class OutcomeWriter {
    private final ClaimOutcome outcome;
    private final ArrayNode parameters;
    private final ObjectNode resource = Nodes.resource("Parameters");

    private OutcomeWriter(ClaimOutcome outcome) {
        this.outcome = outcome;
        this.parameters = resource.putArray("parameter");
    }

    /** The answer of derive-claim; {@code created} is the date on the claims. */
    public static ObjectNode derivation(ClaimOutcome outcome, LocalDate created) {
        OutcomeWriter writer = new OutcomeWriter(outcome);
        writer.status(outcome.ready() ? "ready" : outcome.billedElsewhere() ? "billed-elsewhere" : "held");
        if (outcome.ready()) {
            ClaimWriter.claims(outcome, created)
                    .forEach(claim -> writer.parameter("claim").set("resource", claim));
        }
        writer.findings();
        outcome.claims().forEach(claim -> claim.lines().forEach(writer::line));
        MeasureWriter.session(outcome.session(), writer.parameters);
        writer.checks();
        return writer.resource;
    }

    /** The answer of validate-documentation: ready if the documentation holds nothing. */
    public static ObjectNode review(ClaimOutcome outcome) {
        OutcomeWriter writer = new OutcomeWriter(outcome);
        writer.status(outcome.findings().stream().noneMatch(Finding::holds) ? "ready" : "held");
        writer.findings();
        MeasureWriter.session(outcome.session(), writer.parameters);
        writer.checks();
        return writer.resource;
    }

    /** The same, with every check there was and what it looked at. */
    public static ObjectNode reviewInDetail(ClaimOutcome outcome) {
        ObjectNode answer = review(outcome);
        OutcomeWriter writer = new OutcomeWriter(outcome);
        outcome.findings().forEach(writer::check);
        answer.withArray("parameter").addAll(writer.parameters);
        return answer;
    }

    private ObjectNode parameter(String name) {
        return parameters.addObject().put("name", name);
    }

    private void status(String code) {
        parameter("status").put("valueCode", code);
    }

    private void findings() {
        parameter("outcome").set("resource", IssueWriter.findings(outcome.findings()));
    }

    private void line(ServiceLine line) {
        ArrayNode parts = parameter("line").putArray("part");
        value(parts, "productOrService", "CodeableConcept", ClaimWriter.service(line));
        for (String modifier : line.modifiers()) {
            value(parts, "modifier", "CodeableConcept", Nodes.concept(Systems.ofProcedureCode(modifier), modifier));
        }
        value(parts, "quantity", "Quantity", Nodes.object().put("value", line.units()));
        value(
                parts,
                "placeOfService",
                "CodeableConcept",
                Nodes.concept(Systems.PLACE_OF_SERVICE, line.placeOfService()));
        if (!line.revenueCode().isEmpty()) {
            value(parts, "revenue", "CodeableConcept", Nodes.concept(Systems.REVENUE_CODE, line.revenueCode()));
        }
        text(parts, "serviced", "Date", line.date().toString());
        text(parts, "because", "String", line.because());
        for (Reason reason : line.reasons()) {
            reason(parts.addObject().put("name", "reason").putArray("part"), reason);
        }
    }

    private void reason(ArrayNode parts, Reason reason) {
        text(parts, "rule", "Code", reason.source().rule());
        text(parts, "result", "String", reason.result());
        text(parts, "citation", "String", reason.source().citation());
        value(parts, "effective", "Period", Nodes.effective(reason.source()));
        text(parts, "release", "String", outcome.release().digest());
        reason.evidence().forEach(evidence -> evidence(parts, evidence));
    }

    private static void evidence(ArrayNode parts, Evidence evidence) {
        ArrayNode inside = parts.addObject().put("name", "evidence").putArray("part");
        value(inside, "reference", "Reference", Nodes.reference(evidence.resource()));
        text(inside, "path", "String", evidence.path());
        String written = evidence.value();
        if (written != null && !written.isBlank()) {
            text(inside, "value", "String", written);
        }
        Span span = evidence.span();
        if (span != null) {
            inside.addObject().put("name", "from").put("valueInteger", span.from());
            inside.addObject().put("name", "to").put("valueInteger", span.to());
        }
    }

    private void check(Finding finding) {
        ArrayNode parts = parameter("check").putArray("part");
        text(parts, "rule", "Code", finding.rule());
        text(parts, "verdict", "Code", finding.verdict().code());
        if (finding.verdict() == Verdict.FAIL) {
            text(parts, "severity", "Code", finding.severity().name().toLowerCase(Locale.ROOT));
        }
        text(parts, "message", "String", finding.message());
        if (!finding.fix().isBlank()) {
            text(parts, "fix", "String", finding.fix());
        }
        text(parts, "citation", "String", finding.source().citation());
        value(parts, "effective", "Period", Nodes.effective(finding.source()));
        finding.evidence().stream()
                .filter(evidence ->
                        !evidence.resource().isBlank() && !evidence.path().isBlank())
                .forEach(evidence -> evidence(parts, evidence));
    }

    private void checks() {
        ArrayNode parts = parameter("checks").putArray("part");
        for (Verdict verdict : Verdict.values()) {
            parts.addObject().put("name", verdict.code()).put("valueInteger", (int) outcome.count(verdict));
        }
        outcome.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.NOT_CHECKED)
                .forEach(finding -> {
                    ArrayNode inside =
                            parts.addObject().put("name", "unchecked").putArray("part");
                    text(inside, "rule", "Code", finding.rule());
                    text(inside, "why", "String", finding.message());
                });
    }

    private static void text(ArrayNode parts, String name, String type, String value) {
        parts.addObject().put("name", name).put("value" + type, value.strip());
    }

    private static void value(ArrayNode parts, String name, String type, JsonNode value) {
        parts.addObject().put("name", name).set("value" + type, value);
    }
}
