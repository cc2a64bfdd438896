package org.plainclaim.note;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lengths that can be nothing but what they are said to be: a field of their own, or the words right beside them. */
final class StrictLengths {
    private static final Set<String> MARKS = Set.of(":", "=", "(", "-", "\u2013", "|", ".", "*", ",");
    private static final Set<String> BETWEEN = Set.of("(", ",", "-", "=", "for", "total", "of", "a", ":");
    private static final Set<String> TO_PART =
            Set.of("of", "on", "spent", "in", "for", "was", "were", "the", "individual");
    private static final Set<String> FROM_PART = Set.of(
            ":",
            "=",
            "(",
            "-",
            "\u2013",
            "|",
            "time",
            "total",
            "minutes",
            "min",
            "was",
            "for",
            "portion",
            "component",
            "duration",
            "length",
            "lasted");
    private static final int NEAR = 5;
    private static final int LEADER = 45;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 240;

    private final Page page;
    private final Tokens tokens;
    private final Doubts doubts;
    private final StrictTimes times;
    private final @Nullable Hit[] strict;
    private final @Nullable Hit[] cues;

    StrictLengths(Page page, StrictTimes times, Doubts doubts) {
        this.page = page;
        this.tokens = page.tokens();
        this.doubts = doubts;
        this.times = times;
        this.strict = page.marked(NoteTable.STRICT_TIME_WORDS);
        this.cues = page.marked(NoteTable.CLOCK_WORDS);
    }

    /** A length of the session: {@code Duration: 53 min}, {@code 53-minute session}, {@code met for 50 minutes}. */
    boolean holds(int from, int to, Set<Integer> ends) {
        boolean field = isField(from);
        boolean said = field || isBeside(from, ends) || isNamed(to) || isLasting(from) || isHeader(from, to);
        return said && !doubts.near(from, to) && !isPartBeside(from, to);
    }

    static boolean isSession(int minutes) {
        return minutes >= SHORTEST && minutes <= LONGEST;
    }

    /** The length of a part, with its name right before or behind it. */
    boolean isOf(String part, int from, int to) {
        int behind = to;
        while (behind - to < NEAR && tokens.isAnyOf(behind, TO_PART)) {
            behind++;
        }
        int before = from - 1;
        while (from - before < NEAR && tokens.isAnyOf(before, FROM_PART)) {
            before--;
        }
        boolean named = isPart(part, behind, behind == to) || isPart(part, before, true);
        return named && !doubts.near(from, to, "length");
    }

    private boolean isPart(String part, int i, boolean next) {
        Hit cue = i >= 0 && i < tokens.size() ? cues[i] : null;
        return cue != null && cue.means(part) && (next || !cue.means("apart"));
    }

    private boolean isPartBeside(int from, int to) {
        for (int i = Math.max(0, from - NEAR); i < Math.min(tokens.size(), to + NEAR); i++) {
            Hit cue = cues[i];
            if (cue != null && (cue.means("evaluation") || cue.means("apart"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isField(int from) {
        int i = from - 1;
        while (from - i < LEADER && tokens.isAnyOf(i, MARKS)) {
            i--;
        }
        Hit label = i >= 0 ? strict[i] : null;
        boolean marked = i < from - 1;
        boolean plain = label != null && !label.means("fill");
        return (marked || plain) && label != null && label.means("length") && isBegun(label.from());
    }

    private boolean isBegun(int i) {
        return page.layout().beginsField(i)
                || tokens.isTabBefore(i)
                || !(tokens.at(i - 1).isWord() || tokens.at(i - 1).isNumber());
    }

    /** Right behind the times of the session. */
    private boolean isBeside(int from, Set<Integer> ends) {
        int i = from;
        while (from - i < NEAR && !ends.contains(i) && tokens.isAnyOf(i - 1, BETWEEN)) {
            i--;
        }
        return ends.contains(i);
    }

    /** {@code Diagnostic interview, 75 minutes}, in one of the first lines, or first under the heading of what was done. */
    private boolean isHeader(int from, int to) {
        Heading heading = page.headingOf(from);
        boolean done =
                heading != null && heading.body() == from && heading.section().equals("interventions");
        boolean ends = !tokens.at(to).isWord() && !tokens.at(to).isNumber();
        boolean marked = tokens.isAnyOf(from - 1, BETWEEN) || tokens.isAnyOf(from - 1, MARKS);
        return ends && (done || (marked && page.isInHeader(from) && times.isBehindSession(from)));
    }

    private boolean isNamed(int to) {
        Hit word = to < tokens.size() ? strict[to] : null;
        return word != null && word.from() == to && word.means("session-behind") && !tokens.is(word.to(), "of");
    }

    private boolean isLasting(int from) {
        boolean led = tokens.is(from - 1, "for") || tokens.is(from - 1, "lasted") || tokens.is(from - 1, "ran");
        return led && times.isLed(from, "lasted");
    }
}
