package org.plainclaim.plausibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a note as they are compared: what changes from copy to copy without anybody writing is left out.
 *
 * <p>A number, a time or a date is one mark, whatever it says, so that a copy with another date is found; a pronoun of
 * the third person is one mark, so that a copy for another patient is found.
 */
final class NoteWords {
    private static final String NUMBER = "#";
    private static final String PERSON = "@";

    private static final Set<String> PARTS_OF_DATES = Set.of(
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "am",
            "pm",
            "st",
            "nd",
            "rd",
            "th");

    private static final Set<String> PRONOUNS = Set.of(
            "he",
            "she",
            "they",
            "him",
            "her",
            "them",
            "his",
            "hers",
            "their",
            "theirs",
            "himself",
            "herself",
            "themselves",
            "themself");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int at;

    private NoteWords(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    static List<String> of(String text) {
        NoteWords reading = new NoteWords(text);
        while (reading.at < reading.text.length()) {
            reading.next();
        }
        return List.copyOf(reading.words);
    }

    private void next() {
        int from = at;
        char sign = text.charAt(at);
        if (Character.isDigit(sign)) {
            to(NoteWords::isOfNumber);
            add(NUMBER);
        } else if (Character.isLetter(sign)) {
            to(NoteWords::isOfWord);
            add(marked(text.substring(from, at)));
        } else {
            at++;
        }
    }

    /** Some test of a character. */
    private interface Test {
        boolean holds(char sign);
    }

    private void to(Test test) {
        while (at < text.length() && test.holds(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isOfWord(char sign) {
        return Character.isLetter(sign) || sign == '\'' || sign == '\u2019';
    }

    private static boolean isOfNumber(char sign) {
        return Character.isDigit(sign) || ":/.-%".indexOf(sign) >= 0;
    }

    private static String marked(String word) {
        if (PARTS_OF_DATES.contains(word)) {
            return NUMBER;
        }
        return PRONOUNS.contains(word) ? PERSON : word;
    }

    /** March 3, 2026 is one mark, not three. */
    private void add(String word) {
        boolean again = word.equals(NUMBER)
                && !words.isEmpty()
                && words.get(words.size() - 1).equals(NUMBER);
        if (!again) {
            words.add(word);
        }
    }
}
