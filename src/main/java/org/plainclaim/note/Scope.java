package org.plainclaim.note;

import java.util.List;
import java.util.Set;

/**
 * Which words of a text are about this session: not what is denied, planned, told of another day, or quoted. A word such
 * as {@code denies} or {@code next session} reaches to the end of its clause or sentence, and no further.
 */
final class Scope {
    private static final int DENIED_REACH = 8;
    private static final int BEHIND_REACH = 12;
    private static final int ELSEWHERE_REACH = 40;
    private static final int LONGEST_QUOTE = 80;
    private static final Set<String> NO = Set.of("no", "not", "n", "none");
    private static final Set<String> YEAR_LEADS = Set.of("in", "since", "of");

    private final Tokens tokens;
    private final Layout layout;
    private final boolean[] denied;
    private final boolean[] elsewhere;
    private final boolean[] quoted;
    private final boolean[] turns;

    Scope(Tokens tokens, Layout layout, List<Hit> hits) {
        this.tokens = tokens;
        this.layout = layout;
        this.denied = new boolean[tokens.size()];
        this.elsewhere = new boolean[tokens.size()];
        this.quoted = new boolean[tokens.size()];
        this.turns = new boolean[tokens.size() + 1];
        quotes();
        hits.stream().filter(hit -> hit.means("but")).forEach(hit -> turns[hit.from()] = true);
        hits.stream().filter(hit -> !quoted[hit.from()]).forEach(this::reach);
        years();
        questions();
    }

    private void reach(Hit hit) {
        int sentence = layout.sentences().to(hit.to() - 1, ELSEWHERE_REACH);
        if (hit.means("denied-next")) {
            next(denied, hit, layout.clauses().to(hit.to() - 1, DENIED_REACH));
        }
        if (hit.means("denied-previous")) {
            previous(denied, hit);
        }
        if (hit.means("elsewhere-next")) {
            next(elsewhere, hit, sentence);
        }
        if (hit.means("elsewhere-previous")) {
            previous(elsewhere, hit);
        }
        if (hit.means("elsewhere-line") && isFirst(hit, layout.lines())) {
            java.util.Arrays.fill(elsewhere, hit.from(), layout.lines().to(hit.from()), true);
        }
        if (hit.means("elsewhere-first") && isFirst(hit, layout.sentences())) {
            next(elsewhere, hit, sentence);
        }
    }

    /** First in its line or sentence, but for marks. */
    private boolean isFirst(Hit hit, Stretches stretches) {
        for (int i = stretches.from(hit.from(), BEHIND_REACH); i < hit.from(); i++) {
            if (tokens.at(i).isWord() || tokens.at(i).isNumber()) {
                return false;
            }
        }
        return true;
    }

    /** {@code CPT worksheet begun? no}. */
    private void questions() {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.is(i, "?") && tokens.isAnyOf(i + 1, NO)) {
                java.util.Arrays.fill(denied, layout.sentences().from(i, BEHIND_REACH), i, true);
            }
        }
    }

    /** Ends at a word such as {@code but} or {@code today}, and at the bracket that closes around it. */
    private void next(boolean[] marks, Hit hit, int end) {
        int depth = 0;
        for (int i = hit.from(); i < end && !turns[i]; i++) {
            depth += depthChange(i);
            if (depth < 0) {
                return;
            }
            marks[i] = true;
        }
    }

    private void previous(boolean[] marks, Hit hit) {
        for (int i = hit.to() - 1; i >= layout.clauses().from(hit.from(), BEHIND_REACH); i--) {
            marks[i] = true;
        }
    }

    private int depthChange(int i) {
        if (tokens.isMarkOf(i, "([")) {
            return 1;
        }
        return tokens.isMarkOf(i, ")]") ? -1 : 0;
    }

    /** A year tells of another time. */
    private void years() {
        for (int i = 1; i < tokens.size(); i++) {
            String word = tokens.at(i).word();
            boolean year = word.length() == 4 && tokens.at(i).isNumber() && word.compareTo("1940") > 0;
            if (year && word.compareTo("2060") < 0 && tokens.isAnyOf(i - 1, YEAR_LEADS)) {
                for (int j = layout.clauses().from(i, BEHIND_REACH); j <= i; j++) {
                    elsewhere[j] = true;
                }
            }
        }
    }

    /** What stands between quotation marks that close in the same line was said by somebody. */
    private void quotes() {
        int open = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (layout.lines().from(i) == i || i - open > LONGEST_QUOTE) {
                open = -1;
            }
            if (tokens.is(i, "\"") && open < 0 && opens(i)) {
                open = i;
            } else if (tokens.is(i, "\"") && open >= 0) {
                java.util.Arrays.fill(quoted, open, i + 1, true);
                open = -1;
            }
        }
    }

    private boolean opens(int i) {
        return !tokens.touchesPrevious(i) || !tokens.at(i - 1).isNumber();
    }

    boolean denied(int i) {
        return denied[i];
    }

    boolean elsewhere(int i) {
        return elsewhere[i];
    }

    boolean quoted(int i) {
        return quoted[i];
    }

    /** True if the words from here on are about something that this session had. */
    boolean holds(int i) {
        return !denied[i] && !elsewhere[i] && !quoted[i];
    }
}
