package org.plainclaim.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds when the session began and ended: not when it was booked for, nor when anything else was. */
final class TimeReader {
    private static final int CUE_BEFORE = 12;
    private static final int CUE_BEHIND = 5;
    private static final int FILLERS = 40;
    private static final int SUBJECT = 6;
    private static final Set<String> FILL = Set.of(
            ":", "=", "|", ".", "-", "*", "\u2013", "at", "time", "was", "about", "approx", "_", "promptly", "of", ")");
    private static final Set<String> STOPS = Set.of("(", ")", "|", ";");

    private final Page page;
    private final Tokens tokens;
    private final ClockReader clocks;
    private final @Nullable Hit[] cues;
    private final List<ClockRange> ranges = new ArrayList<>();

    TimeReader(Page page, Numbers numbers) {
        this.page = page;
        this.tokens = page.tokens();
        this.clocks = new ClockReader(tokens, numbers);
        this.cues = new Hit[tokens.size() + 1];
        for (Hit hit : page.hits(NoteTable.CLOCK_WORDS)) {
            java.util.Arrays.fill(cues, hit.from(), hit.to(), hit);
        }
    }

    /** States start and stop, and gives back the ranges that are the session's. */
    List<ClockRange> read() {
        List<ClockRange> therapy = new ArrayList<>();
        List<ClockRange> evaluation = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            ClockRange range = ClockRange.at(i, tokens, clocks);
            if (range != null && isSession(range)) {
                String of = kindOf(range);
                (of.equals("evaluation") ? evaluation : of.equals("psychotherapy") ? therapy : ranges).add(range);
            }
            i = range == null ? i + 1 : range.to();
        }
        boolean apart = !therapy.isEmpty() && !evaluation.isEmpty();
        List<ClockRange> own = new ArrayList<>(apart ? therapy : ranges);
        own.addAll(apart || evaluation.isEmpty() || !ranges.isEmpty() ? List.of() : evaluation);
        own.addAll(apart ? List.of() : therapy);
        own.forEach(this::state);
        if (!apart) {
            labelled();
        }
        return own;
    }

    private void state(ClockRange range) {
        page.state(NoteFacts.START, range.start(), range.from(), range.to());
        page.state(NoteFacts.STOP, range.stop(), range.from(), range.to());
    }

    private boolean isSession(ClockRange range) {
        if (!page.holds(range.from()) || isElsewhere(range.from(), range.to())) {
            return false;
        }
        return hasCueBefore(range.from()) || hasCueBehind(range.to()) || standsAlone(range);
    }

    /** What a range is of, by the nearest word in its own clause: {@code evaluation}, {@code psychotherapy} or nothing. */
    private String kindOf(ClockRange range) {
        for (int i = range.from() - 1; i >= page.layout().sentences().from(range.from(), CUE_BEFORE); i--) {
            Hit cue = cues[i];
            if (cue != null && (cue.means("evaluation") || cue.means("psychotherapy"))) {
                return cue.meaning();
            }
            if (tokens.is(i, ",") || tokens.is(i, ";")) {
                return "";
            }
        }
        return "";
    }

    /** True if a word nearby says that this is when something else was, or was to be. */
    boolean isElsewhere(int from, int to) {
        for (int i = from - 1; i >= page.layout().sentences().from(from, CUE_BEFORE) && !isStop(i); i--) {
            Hit cue = cues[i];
            if (cue != null && cue.means("elsewhere")) {
                return true;
            }
            if (cue != null && !cue.means("clock") && !cue.means("elsewhere-behind")) {
                Hit before = cue.from() > 0 ? cues[cue.from() - 1] : null;
                return before != null && before.means("elsewhere");
            }
        }
        for (int i = to; i < page.layout().sentences().to(from, to - from + CUE_BEHIND) && !tokens.is(i, ","); i++) {
            Hit cue = cues[i];
            if (cue != null && cue.means("elsewhere-behind")) {
                return true;
            }
        }
        return false;
    }

    private boolean isStop(int i) {
        return tokens.isAnyOf(i, STOPS) || tokens.gapBefore(i + 1) > 2;
    }

    private boolean hasCueBefore(int from) {
        for (int i = from - 1; i >= page.layout().sentences().from(from, CUE_BEFORE); i--) {
            if (isCue(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasCueBehind(int to) {
        int end = to >= tokens.size() ? to : page.layout().sentences().to(Math.max(0, to - 1), CUE_BEHIND + 1);
        for (int i = to; i < end; i++) {
            if (isCue(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCue(int i) {
        Hit cue = cues[i];
        return cue != null
                && Set.of("session", "lasted", "start", "began", "psychotherapy", "evaluation")
                        .contains(cue.meaning());
    }

    /** A whole field or sentence of its own, but for a heading before it. */
    private boolean standsAlone(ClockRange range) {
        Heading heading = page.headingOf(range.from());
        boolean headed = heading != null
                && heading.body() == range.from()
                && !heading.section().equals("other");
        boolean begins = headed || (range.sure() && page.layout().beginsField(range.from()));
        int to = range.to();
        boolean ends = to >= tokens.size()
                || tokens.at(to).isBreak()
                || tokens.isAnyOf(to, Set.of(".", "|", ";", "(", ","))
                || tokens.gapBefore(to) > 1;
        return begins && ends;
    }

    private void labelled() {
        List<Clock> starts = new ArrayList<>();
        List<Clock> stops = new ArrayList<>();
        Hit last = null;
        for (Hit hit : page.hits(NoteTable.CLOCK_WORDS)) {
            Clock clock = isLabel(hit) || isVerb(hit, last) ? clockBehind(hit) : null;
            if (clock != null) {
                (hit.means("start") || hit.means("began") ? starts : stops).add(clock);
                last = hit;
            }
        }
        starts.forEach(clock -> page.state(NoteFacts.START, clock.alone(), clock.from(), clock.to()));
        for (Clock clock : stops) {
            boolean known = starts.size() == 1;
            page.state(
                    NoteFacts.STOP,
                    known ? clock.after(starts.get(0).alone()) : clock.alone(),
                    clock.from(),
                    clock.to());
        }
    }

    /** A label such as {@code Time in} begins a field, or follows a mark, a time or a word for the session. */
    private boolean isLabel(Hit hit) {
        if (!hit.means("start") && !hit.means("stop")) {
            return false;
        }
        Token before = tokens.at(hit.from() - 1);
        return !before.isWord()
                || isCue(hit.from() - 1)
                || page.layout().beginsField(hit.from())
                || clocks.at(hit.from() - 1) != null
                || tokens.is(hit.from() - 1, "am")
                || tokens.is(hit.from() - 1, "pm");
    }

    /** A verb such as {@code began} says it of the session, of us, or of nobody. */
    private boolean isVerb(Hit hit, @Nullable Hit last) {
        if (!hit.means("began") && !hit.means("ended")) {
            return false;
        }
        int first = page.layout().sentences().from(hit.from(), SUBJECT);
        boolean same = last != null
                && page.layout().sentences().from(last.from())
                        == page.layout().sentences().from(hit.from());
        if (same || page.layout().sentences().from(hit.from()) == hit.from()) {
            return true;
        }
        for (int i = first; i < hit.from(); i++) {
            if (isCue(i) || tokens.is(i, "we")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Clock clockBehind(Hit hit) {
        int i = hit.to();
        while (i - hit.to() < FILLERS && tokens.isAnyOf(i, FILL)) {
            i++;
        }
        if (i >= tokens.size() || !page.holds(i) || page.boxes().unticked(hit.from())) {
            return null;
        }
        Clock clock = clocks.at(i);
        if (clock == null || ClockRange.at(i, tokens, clocks) != null || isElsewhere(hit.from(), i)) {
            return null;
        }
        return isTime(hit, clock) ? clock : null;
    }

    /** A number alone after {@code started} may be of anything. */
    private static boolean isTime(Hit hit, Clock clock) {
        return !clock.isBare() && (clock.form() != Clock.Form.MILITARY || hit.means("start") || hit.means("stop"));
    }
}
