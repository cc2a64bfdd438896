package org.plainclaim.note;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From one time of day to another.
 *
 * @param start the first
 * @param stop the second
 * @param from first token
 * @param to token behind the last
 * @param sure true if it can be nothing but times
 * @param decided true if the text, or what hours a practice has, says which half of the day is meant
 */
record ClockRange(LocalTime start, LocalTime stop, int from, int to, boolean sure, boolean decided) {
    private static final Set<String> TO =
            Set.of("-", "\u2013", "\u2192", "to", "until", "till", "til", "through", "thru");
    private static final Set<String> LEADS = Set.of("from", "between");
    private static final Set<String> ONE_TIME = Set.of("at", "by", "until", "till", "around", "about");
    private static final int LONGEST = 480;
    private static final int SHORTEST = 5;

    /** The range that begins at a token. */
    static @Nullable ClockRange at(int i, Tokens tokens, ClockReader clocks) {
        int first = tokens.isAnyOf(i, LEADS) ? i + 1 : i;
        if (!clocks.mayBegin(first)) {
            return null;
        }
        Clock start = clocks.at(first);
        int between = start == null ? -1 : behindTo(start.to(), tokens, tokens.is(i, "between"));
        boolean one = tokens.isAnyOf(i - 1, ONE_TIME);
        if (between < 0 && !one) {
            start = clocks.hourAt(first);
            between = start == null ? -1 : behindTo(start.to(), tokens, tokens.is(i, "between"));
        }
        Clock stop = between < 0 ? null : clocks.at(between);
        if (start == null || stop == null || isMore(i, stop.to(), tokens) || !belong(start, stop)) {
            return null;
        }
        return of(start, stop, i, tokens);
    }

    private static int behindTo(int i, Tokens tokens, boolean between) {
        int to = i;
        while (to - i < 3
                && (tokens.isAnyOf(to, TO)
                        || tokens.is(to, ">")
                        || (to == i && tokens.is(to, "/") && tokens.gapBefore(to) > 0 && tokens.gapBefore(to + 1) > 0)
                        || (to > i && tokens.at(to).isBreak()))) {
            to++;
        }
        if (between && tokens.is(i, "and")) {
            to = i + 1;
        }
        return to == i ? -1 : to;
    }

    /** Part of a longer chain of numbers, such as that of a telephone. */
    private static boolean isMore(int from, int to, Tokens tokens) {
        boolean before = tokens.touchesPrevious(from) && tokens.is(from - 1, "-");
        boolean behind = tokens.is(to, "-")
                && tokens.touchesPrevious(to)
                && tokens.at(to + 1).isNumber();
        return before || behind;
    }

    private static boolean belong(Clock start, Clock stop) {
        boolean military = start.form() == Clock.Form.MILITARY || stop.form() == Clock.Form.MILITARY;
        return !(start.isBare() && stop.isBare()) && (!military || start.form() == stop.form());
    }

    private static @Nullable ClockRange of(Clock start, Clock stop, int from, Tokens tokens) {
        LocalTime begin = start.isUnsaid() && !stop.isUnsaid() ? start.before(stop.alone()) : start.alone();
        LocalTime end = stop.after(begin);
        int minutes = Math.floorMod(end.toSecondOfDay() / 60 - begin.toSecondOfDay() / 60, 1440);
        boolean sure = isSure(start) || isSure(stop);
        boolean lead = tokens.isAnyOf(from, LEADS);
        int first = lead ? from : start.from();
        boolean decided = start.isDecided(tokens) || !stop.isUnsaid();
        return minutes < SHORTEST || minutes > LONGEST
                ? null
                : new ClockRange(begin, end, first, stop.to(), sure, decided);
    }

    private static boolean isSure(Clock clock) {
        return clock.form() == Clock.Form.COLON
                || clock.half() == Clock.Half.MORNING
                || clock.half() == Clock.Half.AFTERNOON;
    }
}
