package org.plainclaim.server.measure;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;

/** The counts of a report while the sessions go by. */
final class Tally {
    static final String CODES = "https://plainclaim.org/fhir/CodeSystem/completeness";

    /** References kept for each population; the counts go on. */
    static final int MOST_REFERENCES = 1_000;

    private static final int MOST_CELLS = 20_000;

    private final Map<Count, Integer> all = new EnumMap<>(Count.class);
    private final Map<Count, TreeMap<Integer, String>> references = new EnumMap<>(Count.class);
    private final Map<String, Map<String, Stratum>> strata = new LinkedHashMap<>();
    private final Map<String, Requirement> requirements = new TreeMap<>();

    /**
     * One stratum.
     *
     * @param values what its sessions have in common
     * @param counts the counts
     */
    record Stratum(List<String> values, Map<Count, Integer> counts) {}

    /** How a requirement fared. */
    static final class Requirement {
        private int asked;
        private int failed;
        private int unchecked;

        /** Sessions to which it applied. */
        int asked() {
            return asked;
        }

        int failed() {
            return failed;
        }

        int unchecked() {
            return unchecked;
        }
    }

    /** Counts a session; of many, those that come first by their place are named. */
    void add(int place, Reviewed session) {
        Set<Count> counts = session.counts();
        for (Count count : counts) {
            all.merge(count, 1, Integer::sum);
            TreeMap<Integer, String> kept = references.computeIfAbsent(count, c -> new TreeMap<>());
            kept.put(place, session.encounter());
            if (kept.size() > MOST_REFERENCES) {
                kept.pollLastEntry();
            }
        }
        session.strata().forEach((name, values) -> values.forEach(value -> add(name, value, counts)));
        if (counts.contains(Count.DENOMINATOR) && !counts.contains(Count.DENOMINATOR_EXCLUSION)) {
            requirements(java.util.Objects.requireNonNull(session.outcome()).findings());
        }
    }

    private void add(String name, List<String> value, Set<Count> counts) {
        Map<String, Stratum> ofName = strata.computeIfAbsent(name, n -> new TreeMap<>());
        Stratum stratum =
                ofName.computeIfAbsent(String.join("\t", value), key -> new Stratum(value, new EnumMap<>(Count.class)));
        counts.forEach(count -> stratum.counts().merge(count, 1, Integer::sum));
        if (ofName.size() > MOST_CELLS) {
            throw new InvalidRequestException("The report would have more than " + MOST_CELLS
                    + " cells; ask for a shorter period, or for one practitioner.");
        }
    }

    /** Each requirement once a session, as its worst service has it. */
    private void requirements(List<Finding> findings) {
        Map<String, Set<Verdict>> verdicts = new LinkedHashMap<>();
        findings.forEach(finding -> verdicts.computeIfAbsent(finding.rule(), rule -> new LinkedHashSet<>())
                .add(finding.verdict()));
        verdicts.forEach((rule, found) -> {
            Requirement requirement = requirements.computeIfAbsent(rule, r -> new Requirement());
            requirement.asked++;
            if (found.contains(Verdict.FAIL)) {
                requirement.failed++;
            } else if (found.contains(Verdict.NOT_CHECKED)) {
                requirement.unchecked++;
            }
        });
    }

    Map<Count, Integer> all() {
        return all;
    }

    List<String> references(Count count) {
        return List.copyOf(references.getOrDefault(count, new TreeMap<>()).values());
    }

    Map<String, Map<String, Stratum>> strata() {
        return strata;
    }

    Map<String, Requirement> requirements() {
        return requirements;
    }
}
