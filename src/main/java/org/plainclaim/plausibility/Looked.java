package org.plainclaim.plausibility;

import java.util.List;
import java.util.Map;

/**
 * What came of looking for one signal.
 *
 * @param seen what was seen; empty if nothing was
 * @param enough false if too little was there to say anything
 * @param values what was there, by the names that a message may use
 */
record Looked(List<Observation> seen, boolean enough, Map<String, String> values) {
    Looked {
        seen = List.copyOf(seen);
        values = Map.copyOf(values);
    }

    static Looked at(List<Observation> seen) {
        return new Looked(seen, true, Map.of());
    }

    /** Too few of something: how many there are, and how many it takes. */
    static Looked tooFew(int count, int needed) {
        return new Looked(List.of(), false, Map.of("count", String.valueOf(count), "needed", String.valueOf(needed)));
    }
}
