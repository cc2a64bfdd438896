package org.plainclaim.note;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds whether thoughts of suicide and of harming others were denied or present, of the patient and now. */
final class RiskReader {
    private static final int BEFORE = 14;
    private static final int BEHIND = 10;
    private static final Set<String> LIST = Set.of(",", "/", "or", "and", "nor", "any", "&", "+");
    private static final Set<String> NO = Set.of("no", "n", "none", "denied", "denies", "neg", "negative", "absent");
    private static final Set<String> YES = Set.of("yes", "present", "y", "positive", "active", "passive", "endorsed");
    private static final Set<String> MARKS = Set.of(":", "=", "|", ".", "-", "*", "\u2013");

    private final Page page;
    private final Tokens tokens;
    private final @Nullable Hit[] findings;
    private final @Nullable Hit[] risks;

    RiskReader(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        this.findings = new Hit[tokens.size() + 1];
        this.risks = new Hit[tokens.size() + 1];
        page.hits(NoteTable.FINDING_WORDS).forEach(hit -> java.util.Arrays.fill(findings, hit.from(), hit.to(), hit));
        page.hits(NoteTable.RISK_WORDS).forEach(hit -> java.util.Arrays.fill(risks, hit.from(), hit.to(), hit));
    }

    void read() {
        List<Hit> hits = page.hits(NoteTable.RISK_WORDS);
        for (Hit hit : hits) {
            boolean here = !page.scope().quoted(hit.from())
                    && !page.scope().elsewhere(hit.from())
                    && !page.isUnder(hit.from(), "elsewhere");
            String value = here && isOfPatient(hit) ? value(hit) : "";
            if (!value.isEmpty()) {
                state(hit, value);
            }
        }
    }

    private void state(Hit hit, String value) {
        if (!hit.means("homicidal")) {
            page.state(NoteFacts.SUICIDAL_IDEATION, value, hit);
        }
        if (!hit.means("suicidal")) {
            page.state(NoteFacts.HOMICIDAL_IDEATION, value, hit);
        }
    }

    private boolean isOfPatient(Hit hit) {
        String subject = page.subjectBefore(hit.from());
        return subject.isEmpty() || Set.of("patient", "clinician").contains(subject) || isReported(hit);
    }

    /** {@code mother reports no SI of pt}: too much to be sure of. */
    private boolean isReported(Hit hit) {
        return tokens.is(hit.from() - 1, "no") && page.layout().clauses().from(hit.from()) == hit.from() - 1;
    }

    private String value(Hit hit) {
        String box = box(hit);
        if (!box.isEmpty()) {
            return box.equals("open") ? "" : box;
        }
        String direct = direct(hit);
        String behind = direct.isEmpty() ? behind(hit) : direct;
        return behind.isEmpty() ? before(hit) : behind;
    }

    /** The ticked box of {@code SI [ ] yes [x] no}; {@code open} if none is ticked. */
    private String box(Hit hit) {
        boolean seen = false;
        int end = page.layout().lines().to(hit.to() - 1, BEHIND + 4);
        for (int i = skipMarks(hit.to()); i < end && risks[i] == null; i++) {
            int behind = page.boxes().behind(i);
            if (behind == 0 && !seen) {
                return "";
            }
            seen |= behind > 0;
            if (behind > 0 && page.boxes().isTicked(i)) {
                return tokens.isAnyOf(behind, NO) ? "denied" : tokens.isAnyOf(behind, YES) ? "present" : "open";
            }
        }
        return seen ? "open" : "";
    }

    private int skipMarks(int i) {
        int behind = i;
        while (behind - i < 40 && tokens.isAnyOf(behind, MARKS)) {
            behind++;
        }
        return behind;
    }

    private String behind(Hit hit) {
        int i = afterList(hit.to());
        int answer = skipMarks(i);
        boolean ends = !tokens.at(i + 1).isWord() && !tokens.at(i + 1).isNumber() && !tokens.is(i + 1, "/");
        if (answer == i && tokens.isAnyOf(i, NO) && ends) {
            return "denied";
        }
        if (answer > i && tokens.isAnyOf(answer, NO) && !(tokens.is(answer, "n") && tokens.is(answer + 1, "/"))) {
            return "denied";
        }
        if (answer > i && tokens.isAnyOf(answer, YES)) {
            return "present";
        }
        if (tokens.is(i, "-")
                && (tokens.isAnyOf(i + 1, Set.of(",", ".", ";"))
                        || tokens.at(i + 1).isBreak())) {
            return "denied";
        }
        for (int j = i; j < page.layout().clauses().to(hit.to() - 1, BEHIND); j++) {
            Hit finding = findings[j];
            String said = finding == null ? "" : said(finding, "-previous");
            if (!said.isEmpty()) {
                return said;
            }
            if (finding != null || risks[j] != null) {
                return "";
            }
        }
        return "";
    }

    /** What is said right before, or before the others that are listed with this one: {@code denies SI, HI}. */
    private String direct(Hit hit) {
        int i = hit.from() - 1;
        boolean listed = false;
        while (i >= 0 && hit.from() - i < BEFORE && (risks[i] != null || tokens.isAnyOf(i, LIST))) {
            listed |= risks[i] != null;
            i--;
        }
        Hit finding = i < 0 ? null : findings[i];
        if (finding == null || !finding.means("denied-next")) {
            return "";
        }
        boolean taken = i < hit.from() - 1 && !listed && finding.from() > 0 && risks[finding.from() - 1] != null;
        return taken ? "" : "denied";
    }

    private static String said(Hit finding, String side) {
        return finding.means("denied" + side) ? "denied" : finding.means("present" + side) ? "present" : "";
    }

    /** Behind other risks that are listed with this one, as in {@code SI, HI denied}. */
    private int afterList(int from) {
        int i = from;
        while (i < tokens.size() && i - from < BEHIND) {
            int next = i;
            while (next - i < 2 && tokens.isAnyOf(next, LIST)) {
                next++;
            }
            Hit risk = next < tokens.size() ? risks[next] : null;
            if (risk == null || next == i || risk.from() != next) {
                return i;
            }
            i = risk.to();
        }
        return i;
    }

    /** The nearest finding before; {@code denied} goes through a list, {@code present} stands right before. */
    private String before(Hit hit) {
        int first = page.layout().sentences().from(hit.from(), BEFORE);
        boolean list = true;
        for (int i = hit.from() - 1; i >= first; i--) {
            Hit finding = findings[i];
            String said = finding == null ? "" : said(finding, "-next");
            if (!said.isEmpty()) {
                return list || said.equals("denied") ? said : "";
            }
            if (finding != null && !tokens.is(i, "present")) {
                return "";
            }
            if (tokens.isAnyOf(i, Set.of(":", "|", "=")) || tokens.is(i, "but")) {
                return "";
            }
            list &= risks[i] != null || tokens.isAnyOf(i, LIST) || hit.from() - i < 3;
        }
        return "";
    }
}
