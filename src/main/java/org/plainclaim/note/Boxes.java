package org.plainclaim.note;

import java.util.Set;

/** Boxes to tick: {@code [x] CBT [ ] DBT}; a box speaks for the words behind it, up to the next box. */
final class Boxes {
    private static final Set<String> OPEN = Set.of("[", "(");
    private static final Set<String> CLOSE = Set.of("]", ")");
    private static final Set<String> TICKED = Set.of("x", "\u2713", "\u2714", "\u00d7");
    private static final Set<String> TICKED_SIGNS = Set.of("\u2611", "\u2612");
    private static final int REACH = 8;

    private final Tokens tokens;
    private final byte[] states;

    Boxes(Tokens tokens, Layout layout) {
        this.tokens = tokens;
        this.states = new byte[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            int behind = behind(i);
            if (behind > 0) {
                int end = layout.lines().to(i, REACH + behind - i);
                mark(behind, end, (byte) (isTicked(i) ? 1 : 2));
            }
        }
    }

    private void mark(int from, int end, byte state) {
        for (int i = from; i < end && behind(i) == 0; i++) {
            states[i] = state;
        }
    }

    /** The token behind the box that begins here; 0 if none does. */
    int behind(int i) {
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
