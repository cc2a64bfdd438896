package org.plainclaim.server.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plainclaim.rules.Row;

/**
 * The share of some codes among their family, for one clinician and for the others of the practice.
 *
 * @param rule the row of {@code rules/signals} that names the codes
 * @param clinician who rendered the services
 * @param counted services with one of the codes
 * @param all services of the family
 * @param peers other clinicians with such services
 * @param median the share of the peer in the middle; 0 without peers
 */
record CodeShare(Row rule, String clinician, int counted, int all, int peers, double median) {
    /** The kind of signal whose rows name codes and their family. */
    static final String SIGNAL = "code-share";

    double share() {
        return (double) counted / all;
    }

    /**
     * Billed services.
     *
     * @param clinician who rendered them
     * @param code their code
     * @param count how many
     */
    record Billed(String clinician, String code, int count) {}

    static Set<String> codes(Row rule) {
        return Set.of(rule.result("values").split("\\|", -1));
    }

    static Set<String> family(Row rule) {
        return Set.of(rule.result("among").split("\\|", -1));
    }

    /** One for each clinician with services of the family, those with the largest share first. */
    static List<CodeShare> of(Row rule, List<Billed> billed) {
        Map<String, int[]> tallies = new TreeMap<>();
        for (Billed some : billed) {
            if (family(rule).contains(some.code())) {
                int[] tally = tallies.computeIfAbsent(some.clinician(), any -> new int[2]);
                tally[0] += codes(rule).contains(some.code()) ? some.count() : 0;
                tally[1] += some.count();
            }
        }
        return tallies.entrySet().stream()
                .map(own -> of(rule, own.getKey(), tallies))
                .sorted((one, other) -> Double.compare(other.share(), one.share()))
                .toList();
    }

    private static CodeShare of(Row rule, String clinician, Map<String, int[]> tallies) {
        double[] peers = tallies.entrySet().stream()
                .filter(other -> !other.getKey().equals(clinician))
                .mapToDouble(other -> (double) other.getValue()[0] / other.getValue()[1])
                .sorted()
                .toArray();
        int[] own = tallies.getOrDefault(clinician, new int[2]);
        return new CodeShare(rule, clinician, own[0], own[1], peers.length, median(peers));
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).average().orElse(0);
    }
}
