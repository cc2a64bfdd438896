package org.plainclaim.note;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a length in hours: {@code 1 hr 5 min}, {@code an hour and a half}, {@code 1.5 hours}, {@code 3/4 hour}. */
final class HourReader {
    static final Set<String> MINUTE = Set.of("min", "mins", "minute", "minutes", "m", "'", "mn");

    private static final Set<String> HOUR = Set.of("hr", "hrs", "hour", "hours", "h");
    private static final Map<String, Integer> PARTS = Map.of("5", 30, "50", 30, "25", 15, "75", 45, "0", 0, "00", 0);

    private final Tokens tokens;
    private final Numbers numbers;

    HourReader(Tokens tokens, Numbers numbers) {
        this.tokens = tokens;
        this.numbers = numbers;
    }

    /** True of words that a length may begin with, besides numbers. */
    static boolean isSpelled(String word) {
        return switch (word) {
            case "an", "one", "three", "half" -> true;
            default -> false;
        };
    }

    /** The length that begins at a token. */
    @Nullable
    Length at(int i) {
        Length share = share(i);
        if (share != null) {
            return share;
        }
        if (tokens.isAnyOf(i, Set.of("an", "one")) && tokens.is(i + 1, "hour")) {
            return hours(i, 1, i + 2);
        }
        Length decimal = decimal(i);
        if (decimal != null) {
            return decimal;
        }
        Numbers.Read number = numbers.at(i);
        int unit = number.isThere() && tokens.is(number.to(), "-") ? number.to() + 1 : number.to();
        return number.isThere() && tokens.isAnyOf(unit, HOUR) ? hours(i, number.value(), unit + 1) : null;
    }

    /** {@code three quarters of an hour}, {@code half an hour}. */
    private @Nullable Length share(int i) {
        if (tokens.is(i, "3") && tokens.is(i + 1, "/") && tokens.is(i + 2, "4") && tokens.isAnyOf(i + 3, HOUR)) {
            return new Length(45, i, i + 4);
        }
        int then = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        if (tokens.is(i, "three") && tokens.is(then, "quarters") && tokens.is(then + 3, "hour")) {
            return new Length(45, i, then + 4);
        }
        boolean half = tokens.is(i, "half") && tokens.is(then, "an") && tokens.is(then + 1, "hour");
        return half ? new Length(30, i, then + 2) : null;
    }

    private @Nullable Length decimal(int i) {
        boolean point = tokens.is(i + 1, ".") && tokens.touchesPrevious(i + 1) && tokens.touchesPrevious(i + 2);
        boolean hours = tokens.at(i).isNumber() && point && tokens.isAnyOf(i + 3, HOUR);
        Integer part = hours ? PARTS.get(tokens.at(i + 2).word()) : null;
        return part == null || tokens.at(i).word().length() > 1
                ? null
                : new Length(Integer.parseInt(tokens.at(i).word()) * 60 + part, i, i + 4);
    }

    private Length hours(int from, int hours, int then) {
        if (tokens.is(then, "and") && tokens.is(then + 1, "a") && tokens.isAnyOf(then + 2, Set.of("half", "quarter"))) {
            return new Length(hours * 60 + (tokens.is(then + 2, "half") ? 30 : 15), from, then + 3);
        }
        int next = tokens.is(then, "and") || tokens.is(then, ",") ? then + 1 : then;
        Numbers.Read more = numbers.at(next);
        boolean minutes = more.isThere() && tokens.isAnyOf(more.to(), MINUTE);
        return minutes
                ? new Length(hours * 60 + more.value(), from, more.to() + 1)
                : new Length(hours * 60, from, then);
    }
}
