package org.plainclaim.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The minutes that would give different lines, as bands: within one of them the result is the same. */
final class MinuteBands {
    /** Longer services are rare; what is beyond is told apart only by whether the result still changes. */
    private static final int LAST = 240;

    private static final int DAY = 1440;

    private MinuteBands() {}

    /**
     * One band.
     *
     * @param from first minute
     * @param words the band in words
     */
    record Band(int from, String words) {}

    /** The bands in which there are lines at all. */
    static List<Band> of(IntFunction<List<String>> linesAt) {
        List<Band> bands = new ArrayList<>();
        int from = 1;
        List<String> lines = linesAt.apply(1);
        for (int minutes = 2; minutes <= LAST + 1; minutes++) {
            List<String> next = minutes > LAST ? List.of() : linesAt.apply(minutes);
            if (minutes > LAST || !next.equals(lines)) {
                if (!lines.isEmpty()) {
                    boolean open = minutes > LAST && linesAt.apply(DAY).equals(lines);
                    bands.add(new Band(from, open ? from + " or more" : from + " to " + (minutes - 1)));
                }
                from = minutes;
                lines = next;
            }
        }
        return bands;
    }
}
