package org.plainclaim.note;

import java.util.Set;

/** Finds scores taken in this session. */
final class ScoreReader {
    private static final Set<String> FILL = Set.of(
            ":", "=", "|", "(", ")", "-", "\u2013", "of", "today", "score", "total", "is", "now", "this", "visit", ".",
            "at", "*");
    private static final int FILLERS = 40;
    private static final int LONGEST = 3;

    private ScoreReader() {}

    static void read(Page page) {
        page.hits(NoteTable.INSTRUMENT_WORDS).stream()
                .filter(hit -> page.holds(hit.from()))
                .forEach(hit -> read(page, hit));
    }

    private static void read(Page page, Hit hit) {
        Tokens tokens = page.tokens();
        int i = hit.to();
        while (i - hit.to() < FILLERS && tokens.isAnyOf(i, FILL)) {
            i++;
        }
        Token score = tokens.at(i);
        boolean number = score.isNumber() && score.word().length() <= LONGEST && page.holds(i);
        if (number && !isDate(tokens, i) && !isOfAnotherDay(tokens, i + 1)) {
            page.state(NoteFacts.SCORE, hit.meaning() + " " + Integer.parseInt(score.word()), hit.from(), i + 1);
        }
    }

    /** {@code 2/3}: a date, unless the second is the highest score there can be, as in {@code 14/27}. */
    private static boolean isDate(Tokens tokens, int i) {
        boolean slash = tokens.is(i + 1, "/") && tokens.at(i + 2).isNumber();
        return slash
                && !Set.of("27", "21", "80", "40", "30", "72", "6")
                        .contains(tokens.at(i + 2).word());
    }

    /** {@code on 4/1}, {@code (7/2)}. */
    private static boolean isOfAnotherDay(Tokens tokens, int i) {
        int day = tokens.isAnyOf(i, Set.of("on", "(", "from")) ? i + 1 : -1;
        return day > 0 && tokens.at(day).isNumber() && tokens.is(day + 1, "/");
    }
}
