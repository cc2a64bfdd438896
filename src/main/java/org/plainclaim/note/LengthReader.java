package org.plainclaim.note;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds how long the session was, and how long its psychotherapy and its evaluation were where they are apart. */
final class LengthReader {
    private static final Set<String> BREAKS = Set.of(",", ";", "|", "(", ")", ":", "/", "+");
    private static final Set<String> THE = Set.of("the", "those", "these", "our");
    private static final Set<String> BETWEEN = Set.of(
            "(", "|", ",", "-", "=", "/", "so", "a", "total", "of", "about", "for", "in", "all", ":", "approx", ".");
    private static final Set<String> LABEL =
            Set.of(":", "=", "|", ".", "*", "(", ")", "min", "mins", "minutes", "total", "time");
    private static final int SHORTEST = 5;
    private static final int LONGEST = 480;
    private static final int SHORTEST_ALONE = 15;
    private static final int REACH = 14;
    private static final int NEAR = 4;

    private final Page page;
    private final Tokens tokens;
    private final Numbers numbers;
    private final HourReader hours;
    private final @Nullable Hit[] cues;
    private final Set<Integer> ends = new HashSet<>();
    private final boolean apart;

    LengthReader(Page page, Numbers numbers) {
        this.page = page;
        this.tokens = page.tokens();
        this.numbers = numbers;
        this.hours = new HourReader(tokens, numbers);
        this.cues = new Hit[tokens.size() + 1];
        List<Hit> hits = page.hits(NoteTable.CLOCK_WORDS);
        hits.forEach(hit -> java.util.Arrays.fill(cues, hit.from(), hit.to(), hit));
        this.apart = hits.stream()
                .anyMatch(hit -> hit.means("evaluation") || hit.word().only().contains("portion"));
    }

    void read(Set<Integer> ends) {
        this.ends.addAll(ends);
        int i = 0;
        while (i < tokens.size()) {
            Length length = at(i);
            if (length != null && length.minutes() >= SHORTEST && length.minutes() <= LONGEST && page.holds(i)) {
                decide(length);
            }
            i = length == null ? i + 1 : length.to();
        }
    }

    private void decide(Length length) {
        String of = apart || isShare(length) ? partOf(length) : "";
        if (!of.isEmpty()) {
            String fact = of.equals("evaluation") ? NoteFacts.EVALUATION_MINUTES : NoteFacts.PSYCHOTHERAPY_MINUTES;
            page.state(fact, length.minutes(), length.from(), length.to());
        } else if (!isPart(length) && isSession(length)) {
            page.state(NoteFacts.MINUTES, length.minutes(), length.from(), length.to());
        }
    }

    /** {@code 18 of the minutes}. */
    private boolean isShare(Length length) {
        return tokens.is(length.from() + 1, "of");
    }

    private @Nullable Length at(int i) {
        if (!tokens.at(i).isNumber()
                && numbers.word(i) < 0
                && !HourReader.isSpelled(tokens.at(i).word())) {
            return null;
        }
        if (tokens.touchesPrevious(i)
                && Set.of("/", ".", ":", "-", "<", ">")
                        .contains(tokens.at(i - 1).word())) {
            return null;
        }
        Length labelled = labelled(i);
        if (labelled != null) {
            return labelled;
        }
        Length inHours = hours.at(i);
        if (inHours != null) {
            return inHours;
        }
        Numbers.Read number = numbers.at(i);
        int unit = number.isThere() && tokens.is(number.to(), "-") ? number.to() + 1 : number.to();
        if (!number.isThere()) {
            return null;
        }
        if (tokens.is(unit, "of") && tokens.isAnyOf(unit + 1, THE) && tokens.isAnyOf(unit + 2, HourReader.MINUTE)) {
            return new Length(number.value(), i, unit + 3);
        }
        boolean letter = tokens.is(unit, "m") || tokens.is(unit, "'");
        boolean minutes = tokens.isAnyOf(unit, HourReader.MINUTE) && (!letter || tokens.touchesPrevious(unit));
        return minutes ? new Length(number.value(), i, unit + 1) : null;
    }

    /** {@code Length: 45} and {@code (0:53)}: no unit, but a label or a form that says it. */
    private @Nullable Length labelled(int i) {
        boolean colon = tokens.at(i).isNumber()
                && tokens.is(i + 1, ":")
                && tokens.at(i + 2).isNumber();
        if (colon
                && tokens.at(i).word().length() == 1
                && tokens.at(i + 2).word().length() == 2) {
            int minutes = Integer.parseInt(tokens.at(i).word()) * 60
                    + Integer.parseInt(tokens.at(i + 2).word());
            Hit part = i > 0 ? cues[i - 1] : null;
            boolean bracket = tokens.is(i, "0") && tokens.is(i - 1, "(") && tokens.is(i + 3, ")");
            return bracket || (tokens.is(i, "0") && Parts.isName(part)) || isBehindLabel(i)
                    ? new Length(minutes, i, i + 3)
                    : null;
        }
        boolean number = tokens.at(i).isNumber() && tokens.at(i).word().length() <= 3;
        boolean ends = i + 1 >= tokens.size() || tokens.at(i + 1).isBreak() || tokens.is(i + 1, "|");
        return number && ends && isBehindLabel(i)
                ? new Length(Integer.parseInt(tokens.at(i).word()), i, i + 1)
                : null;
    }

    private boolean isBehindLabel(int i) {
        int j = i - 1;
        boolean unit = false;
        while (j >= 0 && i - j < REACH && tokens.isAnyOf(j, LABEL)) {
            Hit label = cues[j];
            if (label != null && label.means("length")) {
                return j < i - 1;
            }
            unit |= tokens.isAnyOf(j, HourReader.MINUTE);
            j--;
        }
        Hit cue = j >= 0 && j < i - 1 ? cues[j] : null;
        return cue != null && (cue.means("length") || (unit && (Parts.isName(cue) || cue.means("session"))));
    }

    /** What part a length is of: the word right behind it, or the nearest before it in the same field. */
    private String partOf(Length length) {
        int end = page.layout().sentences().to(length.from(), length.to() - length.from() + REACH);
        int first = isApart(length.to() + 1) ? length.to() + 1 : length.to();
        for (int i = first; i < end && !tokens.isAnyOf(i, BREAKS) && !tokens.is(i, "and"); i++) {
            Hit cue = cues[i];
            if (cue != null && Parts.isName(cue)) {
                return Parts.of(cue, cues, tokens);
            }
        }
        for (int i = length.from() - 1; i >= page.layout().sentences().from(length.from(), REACH); i--) {
            Hit cue = cues[i];
            if (cue != null && Parts.isName(cue)) {
                return Parts.of(cue, cues, tokens);
            }
            boolean behindTimes = tokens.is(i, ",") && ends.contains(i);
            if ((tokens.is(i, ",") && !behindTimes) || tokens.is(i, ";") || tokens.is(i, "|")) {
                return "";
            }
        }
        return "";
    }

    private boolean isApart(int i) {
        Hit cue = i < tokens.size() ? cues[i] : null;
        return cue != null && cue.means("apart");
    }

    /** Minutes of something else: {@code the last 10 minutes}, {@code 10 min late}, {@code 30 min daily}. */
    private boolean isPart(Length length) {
        for (int i = length.from() - 1; i >= page.layout().clauses().from(length.from(), NEAR); i--) {
            Hit cue = cues[i];
            if (cue != null && (cue.means("part-of") || cue.means("elsewhere"))) {
                return true;
            }
        }
        int end = page.layout().clauses().to(length.to() - 1, NEAR);
        for (int i = length.to(); i < end; i++) {
            Hit cue = cues[i];
            if (cue != null && (cue.means("part-of-behind") || cue.means("elsewhere-behind"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isSession(Length length) {
        return isFor(length) || isBeside(length) || isNamed(length) || isLasting(length) || standsAlone(length);
    }

    /** {@code I met with him for fifty minutes}. */
    private boolean isFor(Length length) {
        if (!tokens.is(length.from() - 1, "for")) {
            return false;
        }
        int reach = NEAR + 1;
        for (int i = length.from() - 2; i >= page.layout().clauses().from(length.from(), reach); i--) {
            Hit cue = cues[i];
            Hit person = page.personAt(i);
            reach = person == null ? reach : 2 * NEAR;
            if (cue != null || (person != null && !person.means("patient"))) {
                return cue != null && cue.means("session");
            }
        }
        return false;
    }

    /** {@code 14:02-14:55 (53 min)}: right behind the session's times, in the same line. */
    private boolean isBeside(Length length) {
        int i = length.from();
        while (length.from() - i < NEAR && !ends.contains(i) && tokens.isAnyOf(i - 1, BETWEEN)) {
            i--;
        }
        Hit before = i > 0 ? cues[i - 1] : null;
        boolean session =
                before != null && before.means("session") && !tokens.at(i).isBreak();
        return ends.contains(i) || (session && length.minutes() >= SHORTEST_ALONE);
    }

    /** {@code 53-minute session}, {@code 45 min face to face}, {@code 32 min with the grandmother}. */
    private boolean isNamed(Length length) {
        int i = length.to();
        int with = tokens.is(i, "w") && tokens.is(i + 1, "/") ? i + 2 : tokens.is(i, "with") ? i + 1 : -1;
        boolean met = with > 0 && with < tokens.size() && length.minutes() >= SHORTEST_ALONE;
        Hit person = met ? page.personAt(tokens.isAnyOf(with, THE) ? with + 1 : with) : null;
        boolean together = person != null && (person.means("patient") || isBehindSession(length));
        return together || isNamedSession(length);
    }

    private boolean isBehindSession(Length length) {
        for (int i = length.from() - 1; i >= page.layout().sentences().from(length.from(), REACH); i--) {
            Hit cue = cues[i];
            if (cue != null && cue.means("session")) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamedSession(Length length) {
        for (int i = length.to(); i < page.layout().clauses().to(length.to() - 1, 3); i++) {
            Hit cue = cues[i];
            if (cue != null && (cue.means("session") || cue.means("psychotherapy"))) {
                return true;
            }
        }
        return false;
    }

    /** {@code met for 50 minutes}, {@code session lasted 45 minutes}, {@code duration 45 minutes}. */
    private boolean isLasting(Length length) {
        int last = length.from() - 1;
        while (tokens.is(last, ".") || tokens.is(last, ":")) {
            last--;
        }
        for (int i = last; i >= page.layout().sentences().from(length.from(), REACH + length.from() - last); i--) {
            Hit cue = cues[i];
            if (cue != null && (cue.means("lasted") || cue.means("length"))) {
                return true;
            }
            if (tokens.isAnyOf(i, Set.of(",", ";", "|")) || tokens.at(i).isNumber()) {
                return false;
            }
        }
        return false;
    }

    /** A field of its own, behind nothing or the heading of what was done. */
    private boolean standsAlone(Length length) {
        Heading heading = page.headingOf(length.from());
        boolean headed = heading != null
                && heading.body() == length.from()
                && !heading.section().equals("other");
        boolean session = false;
        for (int i = page.layout().sentences().from(length.from(), REACH); i < length.from(); i++) {
            Hit cue = cues[i];
            session |= cue != null && cue.means("session");
        }
        boolean mark = tokens.isAnyOf(length.from() - 1, Set.of(",", ";", "("));
        int to = length.to();
        boolean ends =
                to >= tokens.size() || tokens.at(to).isBreak() || tokens.isAnyOf(to, Set.of(".", ",", "|", ")", ";"));
        boolean whole =
                page.layout().sentences().from(length.from()) == length.from() && length.minutes() >= SHORTEST_ALONE;
        return ends && (headed || whole || (session && mark));
    }
}
