package org.plainclaim.plausibility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen in the records of a clinician, and what could not be looked at.
 *
 * @param signals what was seen
 * @param unchecked what could not be looked at
 */
public record Plausibility(List<Signal> signals, List<Unchecked> unchecked) {
    public Plausibility {
        signals = List.copyOf(signals);
        unchecked = List.copyOf(unchecked);
    }

    /**
     * From 0, nothing was seen, to 1: each kind of signal counts once, with its highest score times its weight, as if
     * they were independent.
     */
    public double total() {
        Map<String, Double> highest = new HashMap<>();
        signals.forEach(signal -> highest.merge(signal.source().rule(), signal.score() * signal.weight(), Math::max));
        return 1 - highest.values().stream().reduce(1.0, (left, score) -> left * (1 - score));
    }

    /** Only what is about a session; what could not be looked at stays. */
    public Plausibility about(String session) {
        return new Plausibility(
                signals.stream().filter(signal -> signal.names(session)).toList(), unchecked);
    }
}
