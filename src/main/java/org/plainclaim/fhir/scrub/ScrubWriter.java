package org.plainclaim.fhir.scrub;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
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
 * <p>An answer has more than a hundred edits, each with its citation: it goes to bytes at once, without a tree of it, and
 * what the rules say is encoded only the first time.
 */
public final class ScrubWriter {
    private static final String REMARK = "https://x12.org/codes/remittance-advice-remark-codes";

    /** As large as most answers are. */
    private static final int SIZE = 128 * 1024;

    private final KnownTexts texts = new KnownTexts();

    /**
     * The answer as JSON in UTF-8: status, issues, filing limit, one {@code edit} for each verdict, and how many there are of
     * each.
     */
    public byte[] write(ScrubOutcome outcome) {
        Answer answer = new Answer(outcome, new JsonBytes(SIZE), texts);
        answer.all();
        return answer.json.toBytes();
    }

    private static boolean todo(Finding finding) {
        return finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.NOT_CHECKED;
    }

    /** One answer being written. */
    private static final class Answer {
        private final ScrubOutcome outcome;
        private final JsonBytes json;
        private final KnownTexts texts;
        private boolean first = true;

        Answer(ScrubOutcome outcome, JsonBytes json, KnownTexts texts) {
            this.outcome = outcome;
            this.json = json;
            this.texts = texts;
        }

        void all() {
            json.raw("{\"resourceType\":\"Parameters\",\"parameter\":[");
            known("status", "valueCode", outcome.held() ? "held" : outcome.clean() ? "clean" : "ready");
            issues();
            filing();
            for (ScrubFinding finding : outcome.findings()) {
                edit(finding);
            }
            checks();
            json.raw("]}");
        }

        /** What failed or could not be looked at; what does not apply is no issue. */
        private void issues() {
            List<Finding> said = new ArrayList<>();
            for (ScrubFinding one : outcome.findings()) {
                if (todo(one.finding())) {
                    said.add(one.finding());
                }
            }
            name("outcome", "resource");
            new ScrubIssues(json, texts).write(said);
            json.raw("}");
        }

        private void filing() {
            TimelyFiling.Clock clock = outcome.filing();
            LocalDate last = clock.lastDay();
            Row rule = clock.rule();
            if (last == null || rule == null) {
                return;
            }
            start("filing");
            text("lastDay", "valueDate", last.toString());
            number("daysLeft", "valueInteger", Objects.requireNonNull(clock.daysLeft()));
            known("bound", "valueCode", clock.ceiling() ? "ceiling" : "limit");
            known("rule", "valueCode", rule.rule());
            known("citation", "valueString", rule.source().citation());
            end();
        }

        private void edit(ScrubFinding found) {
            Finding finding = found.finding();
            start("edit");
            known("edit", "valueCode", found.edit());
            known("verdict", "valueCode", finding.verdict().code());
            text("path", "valueString", found.path());
            if (found.line() > 0) {
                number("line", "valuePositiveInt", found.line());
            }
            known("checks", "valueString", found.checks());
            said(finding);
            if (todo(finding)) {
                known("owner", "valueCode", found.owner());
                answers(found.answer());
            }
            for (String rule : found.rules()) {
                known("rule", "valueCode", rule);
            }
            known("citation", "valueString", finding.source().citation());
            if (finding.source().effectiveFrom() != null || finding.source().effectiveTo() != null) {
                name("effective", "valuePeriod");
                json.raw(Nodes.effective(finding.source()).toString()).raw("}");
            }
            end();
        }

        private void said(Finding finding) {
            if (finding.verdict() != Verdict.PASS) {
                text("message", "valueString", finding.message());
            }
            if (!finding.fix().isEmpty()) {
                text("fix", "valueString", finding.fix());
            }
            if (finding.verdict() == Verdict.FAIL) {
                known("severity", "valueCode", finding.severity().name().toLowerCase(Locale.ROOT));
            }
        }

        /** Each likely answer as one concept: the reason with its remark and the group, or the status of a rejection. */
        private void answers(PayerAnswer answer) {
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

        private void startConcept() {
            name("answer", "valueCodeableConcept");
            json.raw("{\"coding\":[");
            first = true;
        }

        private void endConcept() {
            json.raw("]}}");
            first = false;
        }

        private void coding(String system, String code) {
            if (!code.isEmpty()) {
                json.raw(first ? "" : ",").raw("{\"system\":\"").raw(system).raw("\",\"code\":");
                json.raw(texts.quoted(code)).raw("}");
                first = false;
            }
        }

        private void checks() {
            start("checks");
            for (Verdict verdict : Verdict.values()) {
                number(verdict.code(), "valueInteger", outcome.count(verdict));
            }
            known("payer", "valueCode", outcome.book().payer());
            known("release", "valueString", outcome.book().release().digest());
            end();
        }

        private void start(String name) {
            name(name, "part");
            json.raw("[");
            first = true;
        }

        private void end() {
            json.raw("]}");
            first = false;
        }

        private void name(String name, String type) {
            json.raw(first ? "{\"name\":\"" : ",{\"name\":\"")
                    .raw(name)
                    .raw("\",\"")
                    .raw(type)
                    .raw("\":");
            first = false;
        }

        /** Something that a rule says. */
        private void known(String name, String type, String value) {
            name(name, type);
            json.raw(texts.quoted(value)).raw("}");
        }

        private void text(String name, String type, String value) {
            name(name, type);
            json.text(value.strip()).raw("}");
        }

        private void number(String name, String type, long value) {
            name(name, type);
            json.raw(String.valueOf(value)).raw("}");
        }
    }
}
