package org.plainclaim.note;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds when the session began and ended: not when it was booked for, nor when anything else was. */
final class TimeReader {
    private static final int CUE_BEFORE = 12;
    private static final int CUE_BEHIND = 5;
    private static final int FILLERS = 40;
    private static final int SUBJECT = 6;
    private static final int LAST_HOUR = 18;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 120;
    private static final Set<String> FILL = Set.of(
            ":", "=", "|", ".", "-", "*", "\u2013", "at", "time", "was", "about", "approx", "_", "promptly", "of", ")");
    private static final Set<String> OURS = Set.of("we", "session");
    private static final Set<String> STOPS = Set.of("(", ")", "|", ";");

    private final Page page;
    private final Tokens tokens;
    private final ClockReader clocks;
    private final @Nullable Hit[] cues;
    private final List<ClockRange> ranges = new ArrayList<>();
    private final Set<Integer> ends = new HashSet<>();

    TimeReader(Page page, Numbers numbers) {
        this.page = page;
        this.tokens = page.tokens();
        this.clocks = new ClockReader(tokens, numbers);
        this.cues = new Hit[tokens.size() + 1];
        for (Hit hit : page.hits(NoteTable.CLOCK_WORDS)) {
            java.util.Arrays.fill(cues, hit.from(), hit.to(), hit);
        }
    }

    /** States start and stop, and gives back the places where the session's times end. */
    Set<Integer> read() {
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
        boolean medical = page.hits(NoteTable.CLOCK_WORDS).stream().anyMatch(hit -> hit.means("evaluation"));
        boolean apart = !therapy.isEmpty() && (medical || !evaluation.isEmpty());
        List<ClockRange> own = new ArrayList<>(apart ? therapy : ranges);
        own.addAll(apart || evaluation.isEmpty() || !ranges.isEmpty() ? List.of() : evaluation);
        own.addAll(apart ? List.of() : therapy);
        own.forEach(this::state);
        own.forEach(range -> ends.add(range.to()));
        if (!apart) {
            labelled();
        }
        return ends;
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
                return Parts.of(cue, cues, tokens);
            }
            if ((tokens.is(i, ",") && i < range.from() - 1) || tokens.is(i, ";")) {
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
            Hit cue = cues[i];
            if (isCue(i) || (cue != null && cue.means("length"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isCue(int i) {
        Hit cue = cues[i];
        return cue != null
                && Set.of("session", "lasted", "start", "began", "psychotherapy", "evaluation")
                        .contains(cue.meaning())
                && (!cue.word().only().contains("label") || page.layout().beginsField(cue.from()) || isMarked(cue));
    }

    private boolean isMarked(Hit cue) {
        return !tokens.at(cue.from() - 1).isWord() && !tokens.at(cue.from() - 1).isNumber();
    }

    /** A whole field or sentence of its own, but for a heading before it. */
    private boolean standsAlone(ClockRange range) {
        Heading heading = page.headingOf(range.from());
        boolean headed = heading != null
                && heading.body() == range.from()
                && !heading.section().equals("other");
        boolean begins = headed || (isSure(range) && beginsField(range.from()));
        int to = range.to();
        if (range.sure() && tokens.is(range.from() - 1, ",")) {
            return isInFirstLine(range.from()) && !tokens.at(to).isWord();
        }
        begins |= (range.sure() && tokens.is(range.from() - 1, "today")) || isFourDigits(range);
        boolean last = to >= tokens.size() || tokens.at(to).isBreak();
        if (last && range.sure() && isInFirstLine(range.from())) {
            return true;
        }
        boolean ends = to >= tokens.size()
                || tokens.at(to).isBreak()
                || tokens.isAnyOf(to, Set.of(".", "|", ";", "(", ","))
                || tokens.gapBefore(to) > 1;
        return begins && ends;
    }

    /** Four digits twice, alone in a sentence, are times unless they can be years. */
    private boolean isSure(ClockRange range) {
        boolean years = range.start().getHour() > LAST_HOUR && range.stop().getHour() > LAST_HOUR;
        return range.sure() || !years;
    }

    /** {@code I  1702-1755.}: of the length of a session, behind a mark or the letter of a section. */
    private boolean isFourDigits(ClockRange range) {
        int minutes = (range.stop().toSecondOfDay() - range.start().toSecondOfDay()) / 60;
        Token before = tokens.at(range.from() - 1);
        boolean four = tokens.at(range.from()).word().length() == 4 && isSure(range);
        return four
                && minutes >= SHORTEST
                && minutes <= LONGEST
                && (!before.isWord() || before.word().length() == 1);
    }

    private boolean isBullet(int i) {
        return tokens.isAnyOf(i, Set.of("*", "-", "\u2022"));
    }

    private boolean beginsField(int i) {
        return (isBullet(i - 1) && page.layout().beginsField(i - 1))
                || page.layout().beginsField(i);
    }

    private boolean isInFirstLine(int i) {
        int first = 0;
        while (tokens.at(first).isBreak()) {
            first++;
        }
        return page.layout().lines().from(i) <= first;
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
            ends.add(clock.to());
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
                || isOurs(hit)
                || isCue(hit.from() - 1)
                || page.layout().beginsField(hit.from())
                || clocks.at(hit.from() - 1) != null
                || tokens.is(hit.from() - 1, "am")
                || tokens.is(hit.from() - 1, "pm");
    }

    /** {@code we began}, {@code the session began}: of this session, whatever else the sentence tells. */
    private boolean isOurs(Hit hit) {
        return tokens.isAnyOf(hit.from() - 1, OURS)
                || (tokens.is(hit.from(), "session") && tokens.is(hit.from() - 1, "the"));
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
        boolean it = tokens.is(hit.from() - 1, "it") || isBullet(hit.from() - 1);
        int begin = it ? hit.from() - 1 : hit.from();
        if (same || page.layout().sentences().from(hit.from()) == begin) {
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
        boolean ours = isOurs(hit);
        if (clock == null || ClockRange.at(i, tokens, clocks) != null || (!ours && isElsewhere(hit.from(), i))) {
            return null;
        }
        return isTime(hit, clock) ? clock : null;
    }

    /** A number alone after {@code started} may be of anything. */
    private boolean isTime(Hit hit, Clock clock) {
        boolean field = page.layout().beginsField(hit.from());
        boolean year = !field && clock.hour() > LAST_HOUR && clock.hour() <= LAST_HOUR + 2;
        boolean four = clock.form() == Clock.Form.MILITARY;
        return !clock.isBare() && (!four || !year || hit.means("start") || hit.means("stop"));
    }
}
