package org.plainclaim.diagnosis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Fact;

/** Words that are looked for in running text, as a cell lists them; case does not matter, a word is a whole word. */
final class Phrases {
    /** Characters of a text that are looked at: a condition's text is a line, not a book. */
    private static final int LONGEST_TEXT = 2000;

    private final String[] words;

    /** The words that a cell lists, in lower case; an empty cell lists none. */
    Phrases(String cell) {
        words = cell.isEmpty() ? new String[0] : cell.split("\\|", -1);
    }

    /** True if the cell was empty. */
    boolean none() {
        return words.length == 0;
    }

    /** The first of them that the text has; null if it has none. */
    @Nullable
    String in(@Nullable String text) {
        if (text == null || words.length == 0) {
            return null;
        }
        String lower = text.substring(0, Math.min(LONGEST_TEXT, text.length())).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (has(lower, word)) {
                return word;
            }
        }
        return null;
    }

    /** The text or the note of a condition that has one of them; null if none has. */
    @Nullable
    Fact<String> in(Diagnosis diagnosis) {
        if (in(diagnosis.text().value()) != null) {
            return diagnosis.text();
        }
        for (Fact<String> note : diagnosis.notes()) {
            if (in(note.value()) != null) {
                return note;
            }
        }
        return null;
    }

    private static boolean has(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }
}
