package org.plainclaim.x12.claim;

import java.text.Normalizer;
import java.util.Map;

/**
 * Turns names and free text into the characters that X12 allows: accents are taken off, delimiters become blanks.
 *
 * <p>What has no such form, as most of the world's scripts, is left as it is, for the segment to refuse.
 */
public final class Characters {
    /** Letters that are no letter with an accent, and signs of typesetting. */
    private static final Map<Character, String> FORMS = Map.ofEntries(
            Map.entry('\u00c6', "AE"),
            Map.entry('\u00e6', "ae"),
            Map.entry('\u0152', "OE"),
            Map.entry('\u0153', "oe"),
            Map.entry('\u00d8', "O"),
            Map.entry('\u00f8', "o"),
            Map.entry('\u00df', "ss"),
            Map.entry('\u0141', "L"),
            Map.entry('\u0142', "l"),
            Map.entry('\u00d0', "D"),
            Map.entry('\u00f0', "d"),
            Map.entry('\u0110', "D"),
            Map.entry('\u0111', "d"),
            Map.entry('\u00de', "TH"),
            Map.entry('\u00fe', "th"),
            Map.entry('\u0131', "i"),
            Map.entry('\u2018', "'"),
            Map.entry('\u2019', "'"),
            Map.entry('\u201c', "\""),
            Map.entry('\u201d', "\""),
            Map.entry('\u2010', "-"),
            Map.entry('\u2011', "-"),
            Map.entry('\u2013', "-"),
            Map.entry('\u2014', "-"),
            Map.entry('\u00a0', " "),
            Map.entry('`', "'"));

    private Characters() {}

    /** The text in characters that X12 allows, as far as it has such a form. */
    public static String folded(String text) {
        int strange = 0;
        while (strange < text.length() && plain(text.charAt(strange))) {
            strange++;
        }
        return strange == text.length() ? text.strip() : foldedSlowly(text);
    }

    private static boolean plain(char c) {
        return c >= ' ' && c <= '}' && c != '*' && c != ':' && c != '~' && c != '^' && c != '`';
    }

    private static String foldedSlowly(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            String form = FORMS.get(c);
            if (form != null) {
                folded.append(form);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(c <= '~' && !plain(c) ? ' ' : c);
            }
        }
        return folded.toString().strip();
    }
}
