package org.plainclaim.fhir.scrub;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * Writes what the edits found as the Parameters that $scrub is defined to return.
 *
 * <p>An answer has more than a hundred edits, each with its citation: it goes to bytes at once, without a tree of it.
 */
public final class ScrubWriter {
    private static final String REMARK = "https://x12.org/codes/remittance-advice-remark-codes";
    private static final JsonMapper MAPPER = new JsonMapper();

    /** As large as most answers are. */
    private static final int SIZE = 128 * 1024;

    private final ScrubOutcome outcome;
    private final JsonGenerator json;

    private ScrubWriter(ScrubOutcome outcome, JsonGenerator json) {
        this.outcome = outcome;
        this.json = json;
    }

    /**
     * The answer as JSON in UTF-8: status, issues, filing limit, one {@code edit} for each verdict, and how many there are of
     * each.
     */
    public static byte[] write(ScrubOutcome outcome) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(SIZE);
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            new ScrubWriter(outcome, json).all();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private void all() throws IOException {
        json.writeStartObject();
        json.writeStringField("resourceType", "Parameters");
        json.writeArrayFieldStart("parameter");
        status();
        issues();
        filing();
        for (ScrubFinding finding : outcome.findings()) {
            edit(finding);
        }
        checks();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void status() throws IOException {
        text("status", "valueCode", outcome.held() ? "held" : outcome.clean() ? "clean" : "ready");
    }

    /** What failed or could not be looked at; what does not apply is no issue. */
    private void issues() throws IOException {
        List<Finding> said = new ArrayList<>();
        for (ScrubFinding one : outcome.findings()) {
            if (todo(one.finding())) {
                said.add(one.finding());
            }
        }
        tree("outcome", "resource", IssueWriter.findings(said));
    }

    private static boolean todo(Finding finding) {
        return finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.NOT_CHECKED;
    }

    private void filing() throws IOException {
        TimelyFiling.Clock clock = outcome.filing();
        LocalDate last = clock.lastDay();
        Row rule = clock.rule();
        if (last == null || rule == null) {
            return;
        }
        start("filing");
        text("lastDay", "valueDate", last.toString());
        number("daysLeft", "valueInteger", Objects.requireNonNull(clock.daysLeft()));
        text("bound", "valueCode", clock.ceiling() ? "ceiling" : "limit");
        text("rule", "valueCode", rule.rule());
        text("citation", "valueString", rule.source().citation());
        end();
    }

    private void edit(ScrubFinding found) throws IOException {
        Finding finding = found.finding();
        start("edit");
        text("edit", "valueCode", found.edit());
        text("verdict", "valueCode", finding.verdict().code());
        text("path", "valueString", found.path());
        if (found.line() > 0) {
            number("line", "valuePositiveInt", found.line());
        }
        text("checks", "valueString", found.checks());
        said(finding);
        if (todo(finding)) {
            text("owner", "valueCode", found.owner());
            answers(found.answer());
        }
        for (String rule : found.rules()) {
            text("rule", "valueCode", rule);
        }
        text("citation", "valueString", finding.source().citation());
        if (finding.source().effectiveFrom() != null || finding.source().effectiveTo() != null) {
            tree("effective", "valuePeriod", Nodes.effective(finding.source()));
        }
        end();
    }

    private void said(Finding finding) throws IOException {
        if (finding.verdict() != Verdict.PASS) {
            text("message", "valueString", finding.message());
        }
        if (!finding.fix().isEmpty()) {
            text("fix", "valueString", finding.fix());
        }
        if (finding.verdict() == Verdict.FAIL) {
            text("severity", "valueCode", finding.severity().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Each likely answer as one concept: the reason with its remark and the group, or the status of a rejection. */
    private void answers(PayerAnswer answer) throws IOException {
        for (PayerAnswer.Reason reason : answer.reasons()) {
            startConcept();
            coding(X12Systems.REASON, reason.carc());
            coding(REMARK, reason.rarc());
            coding(X12Systems.GROUP, answer.group());
            endConcept();
        }
        for (String status : answer.statuses()) {
            startConcept();
            coding(X12Systems.STATUS, status);
            endConcept();
        }
    }

    private void startConcept() throws IOException {
        json.writeStartObject();
        json.writeStringField("name", "answer");
        json.writeObjectFieldStart("valueCodeableConcept");
        json.writeArrayFieldStart("coding");
    }

    private void endConcept() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void coding(String system, String code) throws IOException {
        if (!code.isEmpty()) {
            json.writeStartObject();
            json.writeStringField("system", system);
            json.writeStringField("code", code);
            json.writeEndObject();
        }
    }

    private void checks() throws IOException {
        start("checks");
        for (Verdict verdict : Verdict.values()) {
            number(verdict.code(), "valueInteger", outcome.count(verdict));
        }
        text("payer", "valueCode", outcome.book().payer());
        text("release", "valueString", outcome.book().release().digest());
        end();
    }

    private void start(String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeArrayFieldStart("part");
    }

    private void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    private void text(String name, String type, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField(type, value.strip());
        json.writeEndObject();
    }

    private void number(String name, String type, long value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeNumberField(type, value);
        json.writeEndObject();
    }

    private void tree(String name, String type, JsonNode value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeFieldName(type);
        json.writeTree(value);
        json.writeEndObject();
    }
}
