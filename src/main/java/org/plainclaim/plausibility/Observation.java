package org.plainclaim.plausibility;

import java.util.List;
import java.util.Map;
import org.plainclaim.explanation.Evidence;

/**
 * Something not likely that was seen.
 *
 * @param score how unlikely, from 0 to 1
 * @param values what was compared, by the names that a message may use
 * @param evidence where it was seen
 */
record Observation(double score, Map<String, String> values, List<Evidence> evidence) {
    Observation {
        values = Map.copyOf(values);
        evidence = List.copyOf(evidence);
    }
}
