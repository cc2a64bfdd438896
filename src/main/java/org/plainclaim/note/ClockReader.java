package org.plainclaim.note;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the time of day that begins at a token: {@code 14:02}, {@code 2 PM}, {@code 1402}, {@code quarter past two}. */
final class ClockReader {
    private static final Set<String> MORNING = Set.of("am", "a");
    private static final Set<String> AFTERNOON = Set.of("pm", "p");
    private static final Set<String> PAST = Set.of("past", "after");
    private static final Set<String> BEFORE = Set.of("to", "of", "till", "before");
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;
    private static final int NOON = 12;
    private static final int QUARTER = 15;

    private final Tokens tokens;
    private final Numbers numbers;

    ClockReader(Tokens tokens, Numbers numbers) {
        this.tokens = tokens;
        this.numbers = numbers;
    }

    /** False if no time of day begins at a token; most tokens are told by this alone. */
    boolean mayBegin(int i) {
        return tokens.at(i).isNumber()
                || numbers.word(i) >= 0
                || isSpelled(tokens.at(i).word());
    }

    private static boolean isSpelled(String word) {
        return switch (word) {
            case "noon", "midnight", "a", "quarter", "half" -> true;
            default -> false;
        };
    }

    @Nullable
    Clock at(int i) {
        Clock clock = tokens.at(i).isNumber() ? digits(i) : spelled(i);
        return clock == null ? null : withHalf(clock);
    }

    /** The hour alone, where {@code ten to eleven} is no time but two. */
    @Nullable
    Clock hourAt(int i) {
        Numbers.Read hour = tokens.at(i).isWord() ? numbers.at(i) : Numbers.Read.NONE;
        Clock clock = hour.isThere() ? hourThenMinutes(i, hour) : null;
        return clock == null ? null : withHalf(clock);
    }

    private @Nullable Clock digits(int i) {
        String first = tokens.at(i).word();
        if (first.length() > 4 || isPartOfMore(i)) {
            return null;
        }
        int value = Integer.parseInt(first);
        String minutes = tokens.at(i + 2).word();
        boolean two = tokens.at(i + 2).isNumber() && minutes.length() == 2 && first.length() <= 2;
        if (two && tokens.is(i + 1, ":")) {
            return colon(i, value, Integer.parseInt(minutes));
        }
        if (two && tokens.is(i + 1, ".") && tokens.touchesPrevious(i + 2) && isDotted(i)) {
            return dotted(i, value, Integer.parseInt(minutes));
        }
        if (first.length() == 4) {
            return clock(value / 100, value % 100, Clock.Form.MILITARY, i, i + 1);
        }
        return first.length() <= 2 && value >= 1 && value <= NOON ? clock(value, 0, Clock.Form.BARE, i, i + 1) : null;
    }

    /** A zero before five or six says that the day has 24 hours. */
    private @Nullable Clock colon(int i, int hour, int minute) {
        Clock clock = withSeconds(clock(hour, minute, Clock.Form.COLON, i, i + 3));
        boolean early = tokens.is(i, "05") || tokens.is(i, "06");
        return clock != null && early ? clock.with(Clock.Half.WHOLE_DAY) : clock;
    }

    private @Nullable Clock dotted(int i, int hour, int minute) {
        boolean hours = tokens.is(i + 3, "h") || tokens.is(i + 7, "h");
        Clock.Form form = hours ? Clock.Form.MILITARY : Clock.Form.COLON;
        return clock(hour, minute, form, i, tokens.is(i + 3, "h") ? i + 4 : i + 3);
    }

    /** {@code 10.15 h}, or the first of {@code 10.15-11.00 h}. */
    private boolean isDotted(int i) {
        boolean range = tokens.isAnyOf(i + 3, Set.of("-", "\u2013", "to"))
                && tokens.at(i + 4).isNumber()
                && tokens.is(i + 5, ".")
                && tokens.isAnyOf(i + 7, Set.of("h", "pm", "am"));
        return tokens.isAnyOf(i + 3, Set.of("h", "am", "pm")) || range;
    }

    private @Nullable Clock withSeconds(@Nullable Clock clock) {
        boolean seconds = clock != null
                && tokens.is(clock.to(), ":")
                && tokens.at(clock.to() + 1).isNumber()
                && tokens.touchesPrevious(clock.to() + 1);
        return clock == null || !seconds
                ? clock
                : new Clock(clock.hour(), clock.minute(), clock.half(), clock.form(), clock.from(), clock.to() + 2);
    }

    /** Digits of a date, a telephone number, a fraction or a code. */
    private boolean isPartOfMore(int i) {
        boolean before = tokens.touchesPrevious(i)
                && Set.of("/", ".", "#", "$").contains(tokens.at(i - 1).word());
        boolean behind = tokens.touchesPrevious(i + 1) && (tokens.is(i + 1, "/") || tokens.is(i + 1, "%"));
        return before || behind;
    }

    private static @Nullable Clock clock(int hour, int minute, Clock.Form form, int from, int to) {
        if (hour > LAST_HOUR || minute > LAST_MINUTE) {
            return null;
        }
        boolean whole = hour > NOON || hour == 0 || form == Clock.Form.MILITARY;
        return new Clock(hour, minute, whole ? Clock.Half.WHOLE_DAY : Clock.Half.UNSAID, form, from, to);
    }

    private @Nullable Clock spelled(int i) {
        if (tokens.is(i, "noon") || tokens.is(i, "midnight")) {
            int hour = tokens.is(i, "noon") ? NOON : 0;
            return new Clock(hour, 0, Clock.Half.WHOLE_DAY, Clock.Form.SPELLED, i, i + 1);
        }
        int first = tokens.is(i, "a") ? i + 1 : i;
        Numbers.Read lead = numbers.at(first);
        int minutes = tokens.is(first, "quarter") ? QUARTER : tokens.is(first, "half") ? 2 * QUARTER : lead.value();
        int then = lead.isThere() ? lead.to() : first + 1;
        then = tokens.is(then, "minutes") ? then + 1 : then;
        if (minutes > 0 && minutes <= LAST_MINUTE && numbers.word(behindBreak(then)) > 0) {
            Clock relative = relative(minutes, then, i);
            if (relative != null) {
                return relative;
            }
        }
        return lead.isThere() ? hourThenMinutes(i, lead) : null;
    }

    /** A line may break in the middle of a time. */
    private int behindBreak(int i) {
        return tokens.at(i + 1).isBreak() ? i + 2 : i + 1;
    }

    private @Nullable Clock relative(int minutes, int then, int from) {
        int at = behindBreak(then);
        int hour = numbers.word(at);
        if (hour > NOON) {
            return null;
        }
        if (tokens.isAnyOf(then, PAST)) {
            return new Clock(hour, minutes, Clock.Half.UNSAID, Clock.Form.SPELLED, from, at + 1);
        }
        boolean before = tokens.isAnyOf(then, BEFORE) && minutes <= 2 * QUARTER && minutes % 5 == 0;
        int earlier = hour == 1 ? NOON : hour - 1;
        return before && minutes != hour
                ? new Clock(earlier, 60 - minutes, Clock.Half.UNSAID, Clock.Form.SPELLED, from, at + 1)
                : null;
    }

    private @Nullable Clock hourThenMinutes(int i, Numbers.Read hour) {
        if (hour.value() < 1 || hour.value() > NOON) {
            return null;
        }
        int next = tokens.isAnyOf(hour.to(), Set.of("-", "o", "oh")) ? hour.to() + 1 : hour.to();
        Numbers.Read minutes = numbers.at(next);
        boolean spelled = minutes.isThere() && tokens.at(next).isWord();
        if (spelled && (minutes.value() >= 10 || tokens.is(hour.to(), "oh")) && minutes.value() <= LAST_MINUTE) {
            return new Clock(hour.value(), minutes.value(), Clock.Half.UNSAID, Clock.Form.SPELLED, i, minutes.to());
        }
        int to = tokens.is(hour.to(), "o") && tokens.is(hour.to() + 2, "clock") ? hour.to() + 3 : hour.to();
        return new Clock(hour.value(), 0, Clock.Half.UNSAID, Clock.Form.SPELLED, i, to);
    }

    private Clock withHalf(Clock clock) {
        int i = clock.to();
        int width = tokens.is(i + 1, "m") ? 2 : 1;
        boolean letter =
                tokens.touchesPrevious(i) || width == 2 || tokens.at(i).word().length() == 2;
        if (letter && tokens.isAnyOf(i, MORNING)) {
            return said(clock, Clock.Half.MORNING, i + width);
        }
        if (letter && tokens.isAnyOf(i, AFTERNOON)) {
            return said(clock, Clock.Half.AFTERNOON, i + width);
        }
        boolean daytime = tokens.is(i, "in") && tokens.is(i + 1, "the");
        if (daytime && tokens.is(i + 2, "morning")) {
            return said(clock, Clock.Half.MORNING, i + 3);
        }
        if (daytime && (tokens.is(i + 2, "afternoon") || tokens.is(i + 2, "evening"))) {
            return said(clock, Clock.Half.AFTERNOON, i + 3);
        }
        boolean hours = tokens.is(i, "h") || tokens.is(i, "hrs") || tokens.is(i, "hours");
        return hours && clock.form() == Clock.Form.MILITARY ? said(clock, clock.half(), i + 1) : clock;
    }

    private static Clock said(Clock clock, Clock.Half half, int to) {
        boolean open = clock.half() == Clock.Half.UNSAID || clock.hour() <= NOON;
        Clock.Half kept = open ? half : clock.half();
        return new Clock(clock.hour(), clock.minute(), kept, clock.form(), clock.from(), to);
    }
}
