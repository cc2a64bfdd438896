package org.plainclaim.note;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whole numbers, in digits or in words. */
final class Numbers {
    private static final int LONGEST = 4;

    private final Tokens tokens;
    private final Map<Integer, Integer> words = new HashMap<>();

    /**
     * A number and where it ends.
     *
     * @param value -1 if there is none
     * @param to the token behind it
     */
    record Read(int value, int to) {
        static final Read NONE = new Read(-1, -1);

        boolean isThere() {
            return value >= 0;
        }
    }

    Numbers(Tokens tokens, List<Hit> hits) {
        this.tokens = tokens;
        hits.forEach(hit -> words.put(hit.from(), Integer.parseInt(hit.meaning())));
    }

    /** The number that begins at a token. */
    Read at(int i) {
        Token token = tokens.at(i);
        if (token.isNumber()) {
            boolean fits = token.word().length() <= LONGEST;
            return fits ? new Read(Integer.parseInt(token.word()), i + 1) : Read.NONE;
        }
        int tens = word(i);
        if (tens < 0) {
            return Read.NONE;
        }
        int next = tokens.is(i + 1, "-") || tokens.is(i + 1, "\u2011") ? i + 2 : i + 1;
        int ones = word(next);
        boolean joined = tens >= 20 && tens % 10 == 0 && ones > 0 && ones < 10;
        return joined ? new Read(tens + ones, next + 1) : new Read(tens, i + 1);
    }

    /** The number of one word; -1 if it is none. */
    int word(int i) {
        return words.getOrDefault(i, -1);
    }
}
