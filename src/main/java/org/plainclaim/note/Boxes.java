package org.plainclaim.note;

import java.util.Set;

/** Boxes to tick: {@code [x] CBT [ ] DBT}; a box speaks for the words behind it, up to the next box. */
final class Boxes {
    private static final Set<String> OPEN = Set.of("[", "(");
    private static final Set<String> CLOSE = Set.of("]", ")");
    private static final Set<String> TICKED = Set.of("x", "\u2713", "\u2714", "\u00d7");
    private static final Set<String> TICKED_SIGNS = Set.of("\u2611", "\u2612");
    private static final Set<String> LABELS = Set.of(":", "=", "|");
    private static final int REACH = 8;

    private final Tokens tokens;
    private final byte[] states;

    Boxes(Tokens tokens, Layout layout) {
        this.tokens = tokens;
        this.states = new byte[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            int behind = behind(i);
            if (behind > 0) {
                byte state = (byte) (isTicked(i) ? 1 : 2);
                if (isTrailing(i, layout)) {
                    markBefore(i, layout.lines().from(i, REACH), state);
                } else {
                    mark(behind, layout.lines().to(i, REACH + behind - i), state);
                }
            }
        }
    }

    /** A line that ends with a box and does not begin with one has each box behind its words: {@code Present [x]  Absent [ ]}. */
    private boolean isTrailing(int i, Layout layout) {
        int last = layout.lines().to(i) - 1;
        last = tokens.at(last).isBreak() ? last - 1 : last;
        int first = layout.lines().from(i);
        boolean ends = tokens.isAnyOf(last, CLOSE) && (behind(last - 1) == last + 1 || behind(last - 2) == last + 1);
        return ends && behind(first) == 0 && !tokens.isAnyOf(i - 1, LABELS);
    }

    private void markBefore(int box, int first, byte state) {
        for (int i = box - 1; i >= first && !tokens.isAnyOf(i, CLOSE); i--) {
            states[i] = state;
        }
    }

    private void mark(int from, int end, byte state) {
        for (int i = from; i < end && behind(i) == 0; i++) {
            states[i] = state;
        }
    }

    /** The token behind the box that begins here; 0 if none does. */
    int behind(int i) {
        if (!tokens.at(i).isMark()) {
            return 0;
        }
        if (tokens.isAnyOf(i, TICKED_SIGNS) || tokens.is(i, "\u2610")) {
            return i + 1;
        }
        if (!tokens.isAnyOf(i, OPEN)) {
            return 0;
        }
        int j = tokens.isAnyOf(i + 1, TICKED) || tokens.is(i + 1, "_") ? i + 2 : i + 1;
        return tokens.isAnyOf(j, CLOSE) ? j + 1 : 0;
    }

    boolean isTicked(int i) {
        return tokens.isAnyOf(i, TICKED_SIGNS) || tokens.isAnyOf(i + 1, TICKED);
    }

    boolean ticked(int i) {
        return states[i] == 1;
    }

    boolean unticked(int i) {
        return states[i] == 2;
    }
}
