package org.plainclaim.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.Columns;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;
import org.plainclaim.submission.Submission;

/**
 * What is said of one claim: a field for each edit and each claim or line that it is about. Where several things are said
 * the gravest stays; a field in which nobody wrote says so.
 */
final class Sheet {
    private static final String NOBODY_LOOKED = "nobody-looked";

    private final ScrubBook book;
    private final Submission claim;
    private final ScrubContext context;
    private final List<ClaimLine> lines;
    private final @Nullable Entry[][] entries;

    Sheet(ScrubBook book, Submission claim, ScrubContext context) {
        this.book = book;
        this.claim = claim;
        this.context = context;
        this.lines = ClaimLines.of(claim, book, context.claim());
        this.entries = new Entry[book.edits().size()][lines.size() + 1];
    }

    /**
     * What was said.
     *
     * @param word the case of a failure, or the reason of what was not looked at or does not apply
     * @param facts what the message is filled with
     * @param cause the finding of another rule that decided
     */
    private record Entry(Verdict verdict, String word, Situation facts, @Nullable Finding cause) {
        int weight() {
            return switch (verdict) {
                case BYPASSED -> 0;
                case PASS -> 1;
                case NOT_CHECKED -> 2;
                case FAIL -> cause != null && cause.severity() != Severity.HOLD ? 3 : 4;
            };
        }
    }

    ScrubBook book() {
        return book;
    }

    Submission claim() {
        return claim;
    }

    ScrubContext context() {
        return context;
    }

    List<ClaimLine> lines() {
        return lines;
    }

    void pass(String edit, int place) {
        say(edit, place, new Entry(Verdict.PASS, "", Situation.EMPTY, null));
    }

    /** The edit does not speak of this claim or line. */
    void bypass(String edit, int place, String reason) {
        say(edit, place, new Entry(Verdict.BYPASSED, reason, Situation.EMPTY, null));
    }

    /** Something that is needed to look is not there. */
    void unknown(String edit, int place, String reason) {
        say(edit, place, new Entry(Verdict.NOT_CHECKED, reason, Situation.EMPTY, null));
    }

    /** Another rule could not be looked at. */
    void unknown(String edit, int place, Finding cause) {
        say(edit, place, new Entry(Verdict.NOT_CHECKED, "", Situation.EMPTY, cause));
    }

    void fail(String edit, int place, String word) {
        fail(edit, place, word, Situation.EMPTY);
    }

    void fail(String edit, int place, String word, Situation facts) {
        say(edit, place, new Entry(Verdict.FAIL, word, facts, null));
    }

    /** Another rule failed, whose words are said. */
    void fail(String edit, int place, String word, Finding cause) {
        say(edit, place, new Entry(Verdict.FAIL, word, Situation.EMPTY, cause));
    }

    void check(String edit, int place, boolean fits, String word) {
        if (fits) {
            pass(edit, place);
        } else {
            fail(edit, place, word);
        }
    }

    /** A fact as the words of a message, on top of those of the line. */
    Situation said(int place, Map<String, String> words) {
        Situation facts = place == 0 ? Situation.EMPTY : lines.get(place - 1).facts();
        for (Map.Entry<String, String> word : words.entrySet()) {
            facts = facts.with(word.getKey(), new Fact<>(word.getValue(), List.of()));
        }
        return facts;
    }

    private void say(String edit, int place, Entry entry) {
        int at = book.place(edit);
        if (at >= 0) {
            Entry before = entries[at][place];
            entries[at][place] = before == null || entry.weight() > before.weight() ? entry : before;
        }
    }

    List<ScrubFinding> findings() {
        List<ScrubFinding> findings = new ArrayList<>(entries.length * (lines.size() + 1));
        for (int i = 0; i < entries.length; i++) {
            Edit edit = book.edits().get(i);
            for (int place = edit.ofClaim() ? 0 : 1; place < (edit.ofLines() ? lines.size() + 1 : 1); place++) {
                findings.add(finding(edit, place, entries[i][place]));
            }
        }
        return findings;
    }

    private ScrubFinding finding(Edit edit, int place, @Nullable Entry said) {
        Entry entry = said == null ? new Entry(Verdict.NOT_CHECKED, NOBODY_LOOKED, Situation.EMPTY, null) : said;
        List<Evidence> evidence = List.of(new Evidence(context.claim(), edit.path(place), null));
        Finding finding =
                switch (entry.verdict()) {
                    case PASS -> new Finding(
                            edit.row().source(), Verdict.PASS, severity(edit.row()), edit.checks(), "", evidence);
                    case FAIL -> failed(edit, place, entry, evidence);
                    default -> left(edit, place, entry, evidence);
                };
        return new ScrubFinding(
                edit.id(),
                place,
                edit.checks(),
                finding,
                entry.cause(),
                rules(finding, entry),
                edit.answer(entry.word()),
                edit.owner());
    }

    private List<String> rules(Finding finding, Entry entry) {
        Finding cause = entry.cause();
        if (cause != null) {
            return List.of(finding.rule(), cause.rule());
        }
        boolean reasoned = entry.verdict() == Verdict.BYPASSED || entry.verdict() == Verdict.NOT_CHECKED;
        return reasoned ? List.of(finding.rule(), book.reason(entry.word()).rule()) : List.of(finding.rule());
    }

    private Finding failed(Edit edit, int place, Entry entry, List<Evidence> evidence) {
        Row row = edit.failing(entry.word()).orElse(edit.row());
        Finding cause = entry.cause();
        if (cause != null) {
            String next = cause.fix().isEmpty() ? row.result("fix") : cause.fix();
            return new Finding(row.source(), Verdict.FAIL, cause.severity(), cause.message(), next, evidence);
        }
        Situation facts = filled(place, entry.facts());
        Severity severity = row.result("severity").isEmpty() ? severity(edit.row()) : severity(row);
        String fix = row.filled("fix", facts);
        return new Finding(
                row.source(),
                Verdict.FAIL,
                severity,
                row.filled("message", facts),
                fix.isEmpty() ? edit.row().filled("fix", facts) : fix,
                evidence);
    }

    private Finding left(Edit edit, int place, Entry entry, List<Evidence> evidence) {
        Finding cause = entry.cause();
        if (cause != null) {
            return new Finding(
                    edit.row().source(), entry.verdict(), Severity.INFO, cause.message(), cause.fix(), evidence);
        }
        Row row = book.reason(entry.word());
        Situation facts = filled(place, entry.facts());
        Severity severity = entry.verdict() == Verdict.NOT_CHECKED ? Severity.INFO : severity(edit.row());
        String fix = entry.verdict() == Verdict.NOT_CHECKED ? row.filled("fix", facts) : "";
        return new Finding(edit.row().source(), entry.verdict(), severity, row.filled("message", facts), fix, evidence);
    }

    private Situation filled(int place, Situation facts) {
        boolean own = place == 0 || facts.fact(Columns.CODE).known();
        return own ? facts : lines.get(place - 1).facts();
    }

    private static Severity severity(Row row) {
        return Severity.of(row.result("severity"));
    }
}
