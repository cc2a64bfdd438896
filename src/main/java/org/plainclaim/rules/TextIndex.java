package org.plainclaim.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by text, made once and looked up all the time: half of the places stay empty, and a text that is not there is
 * mostly known by the first look.
 */
final class TextIndex<V> {
    private final @Nullable String[] texts;
    private final @Nullable Object[] values;
    private final int mask;

    private TextIndex(int places) {
        this.texts = new String[places];
        this.values = new Object[places];
        this.mask = places - 1;
    }

    static <V> TextIndex<V> of(Map<String, V> values) {
        TextIndex<V> index = new TextIndex<>(Integer.highestOneBit(Math.max(1, values.size())) * 4);
        values.forEach(index::put);
        return index;
    }

    private void put(String text, V value) {
        int place = place(text);
        while (texts[place] != null) {
            place = (place + 1) & mask;
        }
        texts[place] = text;
        values[place] = value;
    }

    /** The value of a text; null if there is none. */
    @SuppressWarnings("unchecked")
    @Nullable
    V get(String text) {
        int place = place(text);
        for (String here = texts[place]; here != null; here = texts[place]) {
            if (here.equals(text)) {
                return (V) values[place];
            }
            place = (place + 1) & mask;
        }
        return null;
    }

    private int place(String text) {
        int hash = text.hashCode();
        return (hash ^ (hash >>> 15)) & mask;
    }
}
