package org.plainclaim.server.signals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** Long lists for questions to the database, in parts. */
final class Chunks {
    private static final int SIZE = 200;

    private Chunks() {}

    static <T> List<List<T>> of(Collection<T> all) {
        List<T> list = new ArrayList<>(new LinkedHashSet<>(all));
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += SIZE) {
            chunks.add(list.subList(from, Math.min(list.size(), from + SIZE)));
        }
        return chunks;
    }

    /** One mark for each value; a list without values finds nothing. */
    static String marks(Collection<?> values) {
        return values.isEmpty() ? "null" : String.join(", ", Collections.nCopies(values.size(), "?"));
    }
}
