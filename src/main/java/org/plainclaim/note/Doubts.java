package org.plainclaim.note;

import org.jspecify.annotations.Nullable;

/** Words that raise a doubt about what was found: in the whole note, or near a place. */
final class Doubts {
    private static final int BACK = 16;
    private static final int ON = 10;
    private static final int NEAR = 8;
    private static final int WIDE_GAP = 2;

    private final Page page;
    private final Tokens tokens;
    private final @Nullable Hit[] words;
    private final @Nullable Hit[] clocks;

    Doubts(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        this.words = page.marked(NoteTable.DOUBT_WORDS);
        this.clocks = page.marked(NoteTable.CLOCK_WORDS);
    }

    /** True if a word of this kind stands anywhere in the note. */
    boolean anywhere(String kind) {
        return page.hits(NoteTable.DOUBT_WORDS).stream()
                .anyMatch(hit -> hit.means(kind) && !page.boxes().unticked(hit.from()));
    }

    /** The same, but for what is planned. */
    boolean anywhereButPlanned(String kind) {
        return page.hits(NoteTable.DOUBT_WORDS).stream().anyMatch(hit -> hit.means(kind) && page.holds(hit.from()));
    }

    /** True if a word for another time, or for something uncertain, stands near in the same sentence or field. */
    boolean near(int from, int to) {
        return before(from, "near", BACK) || behind(to, "near", ON) || isOfElse(from) || isElsewhere(from, to);
    }

    private boolean isElsewhere(int from, int to) {
        int first = page.layout().sentences().from(Math.min(from, tokens.size() - 1), BACK);
        for (int i = from - 1; i >= first && !isEdge(i); i--) {
            if (isClockOfElse(i)) {
                return true;
            }
        }
        int end = to >= tokens.size() ? to : page.layout().sentences().to(Math.max(0, to - 1), ON + 1);
        for (int i = to; i < end && !tokens.is(i, "|") && !isEnd(i); i++) {
            if (isClockOfElse(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isClockOfElse(int i) {
        Hit clock = clocks[i];
        return clock != null && (clock.means("elsewhere") || clock.means("elsewhere-behind"));
    }

    /** True if a word of this kind stands near in the same sentence, or all of it is of another time. */
    boolean near(int from, int to, String kind) {
        return before(from, kind, NEAR) || behind(to, kind, NEAR) || isOfElse(from) || isOfElse(to - 1);
    }

    /** True if a word of this kind stands in the sentence of a place, not far from it. */
    boolean inSentence(int at, String kind) {
        int end = page.layout().sentences().to(at, ON);
        for (int i = page.layout().sentences().from(at, ON); i < end; i++) {
            Hit word = words[i];
            if (word != null && word.means(kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean before(int from, String kind, int reach) {
        int first = page.layout().sentences().from(Math.min(from, tokens.size() - 1), reach);
        for (int i = from - 1; i >= first && !isEdge(i); i--) {
            if (isDoubtful(i, kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean behind(int to, String kind, int reach) {
        int end = to >= tokens.size() ? to : page.layout().sentences().to(Math.max(0, to - 1), reach + 1);
        for (int i = to; i < end && !tokens.is(i, "|") && !(isEnd(i) && !kind.equals("modality")); i++) {
            if (isDoubtful(i, kind)) {
                return true;
            }
        }
        return false;
    }

    /** What stands behind a comma or in another field says nothing of a time. */
    private boolean isEnd(int i) {
        return tokens.is(i, ",") || tokens.gapBefore(i) > WIDE_GAP || tokens.isTabBefore(i);
    }

    private boolean isEdge(int i) {
        return tokens.is(i, ";")
                || tokens.is(i, "|")
                || tokens.gapBefore(i + 1) > WIDE_GAP
                || tokens.isTabBefore(i + 1);
    }

    private boolean isDoubtful(int i, String kind) {
        Hit word = words[i];
        boolean told = kind.equals("near") && isOfElse(i);
        return told || (word != null && word.means(kind)) || tokens.is(i, "?");
    }

    private boolean isOfElse(int i) {
        return page.scope().elsewhere(i) || page.scope().quoted(i);
    }
}
