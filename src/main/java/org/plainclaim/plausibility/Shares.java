package org.plainclaim.plausibility;

import java.util.List;
import java.util.Map;

/** A share of all sessions that is greater than a threshold. */
final class Shares {
    private Shares() {}

    static Looked look(SignalRule rule, List<WorkedSession> all, List<WorkedSession> some) {
        if (all.size() < rule.atLeast()) {
            return Looked.tooFew(all.size(), rule.atLeast());
        }
        double share = (double) some.size() / all.size();
        if (share <= rule.threshold()) {
            return Looked.at(List.of());
        }
        return Looked.at(List.of(new Observation(
                rule.score(share, 1),
                Map.of(
                        "count", String.valueOf(some.size()),
                        "of", String.valueOf(all.size()),
                        "percent", Places.percent(share)),
                Places.periods(some))));
    }
}
