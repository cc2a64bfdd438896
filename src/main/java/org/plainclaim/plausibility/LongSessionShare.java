package org.plainclaim.plausibility;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainclaim.explanation.Evidence;

/**
 * A share of one code among its family that is far above that of the peers.
 *
 * <p>The threshold is a number of deviations from the median of the peers. One deviation is made of how far the peers
 * are from their median (1.4826 times the median distance, which one odd peer can not move) and of what chance alone
 * does to a share of that many services.
 */
final class LongSessionShare implements SignalCheck {
    /** Makes the median distance a standard deviation where shares are spread normally. */
    private static final double NORMAL = 1.4826;

    /** Services of one clinician. */
    private record Tally(int counted, int all) {
        double share() {
            return (double) counted / all;
        }

        Tally plus(Tally other) {
            return new Tally(counted + other.counted, all + other.all);
        }
    }

    @Override
    public Looked look(SignalRule rule, ClinicianHistory history) {
        Map<String, Tally> tallies = tallies(rule, history.counts());
        Tally own = tallies.getOrDefault(history.clinician(), new Tally(0, 0));
        if (own.all() < rule.atLeast()) {
            return Looked.tooFew(own.all(), rule.atLeast());
        }
        double[] peers = tallies.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(history.clinician()))
                .filter(entry -> entry.getValue().all() >= rule.atLeast())
                .mapToDouble(entry -> entry.getValue().share())
                .toArray();
        if (peers.length < rule.peers()) {
            return new Looked(
                    List.of(),
                    false,
                    Map.of(
                            "count", String.valueOf(own.all()),
                            "needed", String.valueOf(rule.atLeast()),
                            "peers", String.valueOf(peers.length)));
        }
        return compared(rule, own, peers, history.clinician());
    }

    private static Map<String, Tally> tallies(SignalRule rule, List<CodeCount> counts) {
        Set<String> counted = rule.list("values");
        Set<String> family = rule.list("among");
        Map<String, Tally> tallies = new HashMap<>();
        for (CodeCount count : counts) {
            if (family.contains(count.code())) {
                int long53 = counted.contains(count.code()) ? count.count() : 0;
                tallies.merge(count.clinician(), new Tally(long53, count.count()), Tally::plus);
            }
        }
        return tallies;
    }

    private static Looked compared(SignalRule rule, Tally own, double[] peers, String clinician) {
        double median = median(peers);
        double spread = NORMAL
                * median(Arrays.stream(peers)
                        .map(share -> Math.abs(share - median))
                        .toArray());
        double certain = 1.0 / (2 * own.all());
        double chance = Math.max(certain, Math.min(1 - certain, median));
        double deviation = Math.sqrt(spread * spread + chance * (1 - chance) / own.all());
        double above = (own.share() - median) / deviation;
        if (above < rule.threshold()) {
            return Looked.at(List.of());
        }
        return Looked.at(List.of(new Observation(
                rule.score(above, 2 * rule.threshold()),
                Map.of(
                        "percent", Places.percent(own.share()),
                        "of", String.valueOf(own.all()),
                        "median", Places.percent(median),
                        "peers", String.valueOf(peers.length)),
                List.of(new Evidence(clinician, "Practitioner", null)))));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
