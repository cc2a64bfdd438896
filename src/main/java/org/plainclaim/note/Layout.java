package org.plainclaim.note;

import java.util.List;

/** Where lines, sentences and clauses of a text begin and end: what is said in one is not said in the next. */
final class Layout {
    private static final String SENTENCE_ENDS = "?!;";
    private static final String CLAUSE_ENDS = ",:()[]|";
    private static final int LONG_LINE = 35;

    private final Tokens tokens;
    private final boolean[] abbreviated;
    private final boolean[] titled;
    private final int[] depth;
    private final Stretches lines;
    private final Stretches sentences;
    private final Stretches clauses;

    Layout(Tokens tokens, List<Hit> abbreviations) {
        this.tokens = tokens;
        this.abbreviated = new boolean[tokens.size() + 1];
        this.titled = new boolean[tokens.size() + 1];
        this.depth = new int[tokens.size() + 1];
        for (Hit hit : abbreviations) {
            abbreviated[hit.to()] = true;
            titled[hit.to()] = hit.means("title");
        }
        brackets();
        boolean[] ends = new boolean[tokens.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = endsLine(i);
        }
        this.lines = Stretches.of(ends);
        for (int i = 0; i < ends.length; i++) {
            ends[i] |= endsSentence(i);
        }
        this.sentences = Stretches.of(ends);
        for (int i = 0; i < ends.length; i++) {
            ends[i] |= tokens.isMarkOf(i, CLAUSE_ENDS) || isDash(i);
        }
        this.clauses = Stretches.of(ends);
    }

    /** How deep in brackets each token is; a new line begins outside of them. */
    private void brackets() {
        int now = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isMarkOf(i, "([")) {
                now++;
            } else if (tokens.isMarkOf(i, ")]")) {
                now = Math.max(0, now - 1);
            }
            now = tokens.at(i).isBreak() ? 0 : now;
            depth[i] = now;
        }
    }

    /** A dash, or a hyphen with blanks around it. */
    private boolean isDash(int i) {
        return tokens.at(i).isMark() && isDashMark(i);
    }

    private boolean isDashMark(int i) {
        return tokens.is(i, "\u2013") || (tokens.is(i, "-") && tokens.gapBefore(i) > 0 && tokens.gapBefore(i + 1) > 0);
    }

    private boolean endsSentence(int i) {
        if (!tokens.at(i).isMark()) {
            return false;
        }
        if (tokens.isMarkOf(i, SENTENCE_ENDS)) {
            return depth[i] == 0;
        }
        boolean closes = tokens.is(i, "\"") || tokens.is(i, ")");
        if (closes && tokens.is(i - 1, ".") && tokens.gapBefore(i + 1) > 0) {
            return tokens.isCapital(i + 1);
        }
        boolean dot = tokens.is(i, ".") && (tokens.gapBefore(i + 1) > 0 || i + 1 == tokens.size());
        boolean shortened = abbreviated[i] && (titled[i] || !tokens.isCapital(i + 1));
        return dot && !shortened && !isInitial(i - 1);
    }

    private boolean isInitial(int i) {
        Token token = tokens.at(i);
        return token.to() - token.from() == 1 && tokens.isCapital(i) && tokens.gapBefore(i) == 1;
    }

    /** A long line that goes on in lower case was only wrapped. */
    private boolean endsLine(int i) {
        if (!tokens.at(i).isBreak()) {
            return false;
        }
        Token next = tokens.at(i + 1);
        boolean goesOn = next.isWord() && !tokens.isCapital(i + 1) && lengthOfLineBefore(i) >= LONG_LINE;
        return !goesOn || tokens.is(i - 1, ".") || tokens.is(i - 1, ":");
    }

    private int lengthOfLineBefore(int i) {
        int first = i;
        while (first > 0 && i - first < LONG_LINE && !tokens.at(first - 1).isBreak()) {
            first--;
        }
        return tokens.at(i).from() - tokens.at(first).from();
    }

    Stretches lines() {
        return lines;
    }

    Stretches sentences() {
        return sentences;
    }

    Stretches clauses() {
        return clauses;
    }

    /** True if a field, a sentence or a line begins here. */
    boolean beginsField(int i) {
        return i == 0 || sentences.from(i) == i || tokens.gapBefore(i) > 2 || tokens.is(i - 1, "|");
    }
}
