package org.plainclaim.note;

import java.util.List;
import java.util.Set;

/** Where lines, sentences and clauses of a text begin and end: what is said in one is not said in the next. */
final class Layout {
    private static final Set<String> SENTENCE_ENDS = Set.of("?", "!", ";");
    private static final Set<String> CLAUSE_ENDS = Set.of(",", ":", "(", ")", "[", "]", "|");
    private static final int LONG_LINE = 35;

    private final Tokens tokens;
    private final boolean[] abbreviated;
    private final Stretches lines;
    private final Stretches sentences;
    private final Stretches clauses;

    Layout(Tokens tokens, List<Hit> abbreviations) {
        this.tokens = tokens;
        this.abbreviated = new boolean[tokens.size() + 1];
        abbreviations.forEach(hit -> abbreviated[hit.to()] = true);
        this.lines = Stretches.of(tokens.size(), this::endsLine);
        this.sentences = Stretches.of(tokens.size(), i -> endsLine(i) || endsSentence(i));
        this.clauses = Stretches.of(
                tokens.size(), i -> endsLine(i) || endsSentence(i) || tokens.isAnyOf(i, CLAUSE_ENDS) || isDash(i));
    }

    /** A dash, or a hyphen with blanks around it. */
    private boolean isDash(int i) {
        return tokens.is(i, "\u2013") || (tokens.is(i, "-") && tokens.gapBefore(i) > 0 && tokens.gapBefore(i + 1) > 0);
    }

    private boolean endsSentence(int i) {
        if (tokens.isAnyOf(i, SENTENCE_ENDS)) {
            return true;
        }
        boolean dot = tokens.is(i, ".") && (tokens.gapBefore(i + 1) > 0 || i + 1 == tokens.size());
        return dot && !abbreviated[i] && !isInitial(i - 1);
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
