package org.plainclaim.note;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words, each with a number: a text is looked up once, and then compared by numbers. */
final class WordNumbers {
    static final int NONE = -1;

    private final int[] hashes;
    private final @Nullable String[] words;
    private final int mask;

    WordNumbers(Set<String> all) {
        int places = Integer.highestOneBit(Math.max(1, all.size())) * 4;
        this.hashes = new int[places];
        this.words = new String[places];
        this.mask = places - 1;
        for (String word : all) {
            int place = placeOf(hash(word));
            while (hashes[place] != 0) {
                place = (place + 1) & mask;
            }
            hashes[place] = hash(word);
            words[place] = word;
        }
    }

    /** One more than the highest number. */
    int size() {
        return words.length;
    }

    /** The number of a word; {@link #NONE} if it is none of them, which its hash nearly always tells. */
    int of(String word) {
        int hash = hash(word);
        int place = placeOf(hash);
        while (hashes[place] != 0) {
            if (hashes[place] == hash && word.equals(words[place])) {
                return place;
            }
            place = (place + 1) & mask;
        }
        return NONE;
    }

    private int placeOf(int hash) {
        return (hash ^ (hash >>> 15)) & mask;
    }

    /** Zero is an empty place. */
    private static int hash(String word) {
        int hash = word.hashCode();
        return hash == 0 ? 1 : hash;
    }
}
