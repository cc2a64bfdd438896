package org.plainclaim.note;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times that can be nothing but the session's: behind a label, or a few plain words for a session. */
final class StrictTimes {
    private static final Set<String> MARKS = Set.of(":", "=", "-", "\u2013", "(", ")", "*", "/", ",", "&", "#");
    private static final Set<String> ENDS = Set.of(".", ",", "|", ";", "(");
    private static final int LEAD = 14;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 240;
    private static final int NEAR = 4;

    private final Page page;
    private final Tokens tokens;
    private final ClockReader clocks;
    private final Doubts doubts;
    private final @Nullable Hit[] strict;
    private final @Nullable Hit[] cues;

    StrictTimes(Page page, Numbers numbers, Doubts doubts) {
        this.page = page;
        this.tokens = page.tokens();
        this.clocks = new ClockReader(tokens, numbers);
        this.doubts = doubts;
        this.strict = page.marked(NoteTable.STRICT_TIME_WORDS);
        this.cues = page.marked(NoteTable.CLOCK_WORDS);
    }

    /** True of a range behind a word for the session, and of one time behind the label of its fact. */
    boolean holds(String fact, int i) {
        ClockRange range = ClockRange.at(i, tokens, clocks);
        if (range != null) {
            boolean led = isLed(range.from(), "times") || isHeader(range);
            return led && range.decided() && !doubts.near(range.from(), range.to());
        }
        Clock clock = clocks.at(i);
        return clock != null && isLed(i, fact) && !doubts.near(i, clock.to());
    }

    /** True if the half of the day of one labelled time needs no guess. */
    boolean isDecided(int i) {
        Clock clock = clocks.at(i);
        return ClockRange.at(i, tokens, clocks) != null || (clock != null && clock.isDecided(tokens));
    }

    /** Nothing but marks, numbers, the patient and filling words between a word of a kind and a place. */
    boolean isLed(int from, String kind) {
        int i = tokens.at(from - 1).isBreak() ? from - 2 : from - 1;
        while (i >= 0 && from - i < LEAD) {
            Hit word = strict[i];
            if (word != null && word.means(kind)) {
                return true;
            }
            if (word != null && word.means("fill")) {
                i = word.from() - 1;
            } else if (isPassed(i)) {
                i--;
            } else {
                return false;
            }
        }
        return false;
    }

    private boolean isPassed(int i) {
        Hit person = page.personAt(i);
        boolean patient = person != null && person.means("patient");
        boolean leader = tokens.is(i, ".") && (tokens.is(i - 1, ".") || tokens.is(i + 1, "."));
        return patient || leader || tokens.at(i).isNumber() || tokens.isAnyOf(i, MARKS);
    }

    /**
     * In one of the first lines: behind a word for the session, as in {@code Family session with pt, 4:00-4:52 PM}, before
     * one, as in {@code 2-2:45 PM Individual}, or a field of its own. Or first under the heading of what was done.
     */
    private boolean isHeader(ClockRange range) {
        Heading heading = page.headingOf(range.from());
        boolean done = heading != null
                && heading.body() == range.from()
                && heading.section().equals("interventions");
        return done
                || (range.sure() && page.isInHeader(range.from()) && (isAlone(range) || isBehindSession(range.from())));
    }

    private boolean isAlone(ClockRange range) {
        int to = range.to();
        Hit behind = to < tokens.size() ? strict[to] : null;
        boolean session = behind != null && (behind.means("times") || behind.means("session-behind"));
        boolean ends =
                to >= tokens.size() || tokens.at(to).isBreak() || tokens.isAnyOf(to, ENDS) || tokens.gapBefore(to) > 2;
        return page.layout().beginsField(range.from()) && (session || ends);
    }

    boolean isBehindSession(int from) {
        for (int i = from - 1; i >= page.layout().lines().from(from, LEAD); i--) {
            Hit word = strict[i];
            if (word != null && (word.means("times") || word.means("session-behind"))) {
                return true;
            }
        }
        return false;
    }

    static int between(LocalTime start, LocalTime stop) {
        return Math.floorMod(stop.toSecondOfDay() / 60 - start.toSecondOfDay() / 60, 24 * 60);
    }

    /** True if nothing else in the note may be the times of the session. */
    boolean isOnly(LocalTime start, LocalTime stop) {
        int minutes = between(start, stop);
        if (minutes < SHORTEST || minutes > LONGEST) {
            return false;
        }
        int i = 0;
        while (i < tokens.size()) {
            ClockRange range = ClockRange.at(i, tokens, clocks);
            Clock clock = range == null ? clocks.at(i) : null;
            if (range != null && isOther(range, start, stop)) {
                return false;
            }
            if (clock != null && isOther(clock, start, stop)) {
                return false;
            }
            i = range != null ? range.to() : clock != null ? clock.to() : i + 1;
        }
        return true;
    }

    private boolean isOther(ClockRange range, LocalTime start, LocalTime stop) {
        boolean same = range.start().equals(start) && range.stop().equals(stop);
        return !same && !isPlanned(range.from()) && !isEvaluation(range.from()) && !isBooked(range.from());
    }

    private boolean isPlanned(int i) {
        return page.isUnder(i, "plan")
                || page.scope().elsewhere(i)
                || page.scope().quoted(i);
    }

    /** {@code Scheduled: 10:00-10:50}: right behind such a word. */
    private boolean isBooked(int from) {
        int i = from - 1;
        while (from - i < NEAR && i > 0 && tokens.isAnyOf(i, MARKS)) {
            i--;
        }
        Hit word = i >= 0 ? strict[i] : null;
        return word != null && word.means("booked");
    }

    private boolean isEvaluation(int from) {
        int i = from - 1;
        while (from - i < NEAR && i > 0 && tokens.isAnyOf(i, MARKS)) {
            i--;
        }
        Hit cue = i >= 0 ? cues[i] : null;
        return cue != null && cue.means("evaluation");
    }

    /** One time inside the session that may be its start or end, or one behind a word for its start or end. */
    private boolean isOther(Clock clock, LocalTime start, LocalTime stop) {
        boolean hour = clock.form() == Clock.Form.SPELLED && clock.minute() == 0;
        boolean number = clock.form() == Clock.Form.MILITARY && !isLabelled(clock.from());
        if (clock.isBare() || hour || number) {
            return false;
        }
        LocalTime time = clock.alone();
        boolean same = same(time, start) || same(time, stop);
        int since = between(start, time);
        boolean inside = since > 0 && since < between(start, stop) && doubts.inSentence(clock.from(), "inside");
        return !same && !isPlanned(clock.from()) && (inside || isLabelled(clock.from()));
    }

    private static boolean same(LocalTime one, LocalTime other) {
        return one.getMinute() == other.getMinute() && one.getHour() % 12 == other.getHour() % 12;
    }

    private boolean isLabelled(int from) {
        for (int i = from - 1; i >= page.layout().clauses().from(from, NEAR); i--) {
            Hit cue = cues[i];
            if (cue != null && Set.of("start", "stop", "began", "ended").contains(cue.meaning())) {
                return true;
            }
        }
        return false;
    }
}
