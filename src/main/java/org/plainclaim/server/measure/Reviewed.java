package org.plainclaim.server.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;

/**
 * A session of the initial population, as far as it is counted.
 *
 * @param encounter reference of the encounter
 * @param test true if it is marked as test data
 * @param date date of service
 * @param site where it belongs
 * @param outcome its review; null if it can not be read as a session
 */
record Reviewed(
        String encounter,
        boolean test,
        LocalDate date,
        String site,
        @org.jspecify.annotations.Nullable ClaimOutcome outcome) {
    static final String UNKNOWN = "unknown";

    /** The populations it is counted in. */
    Set<Count> counts() {
        Set<Count> counts = new LinkedHashSet<>(Set.of(Count.INITIAL_POPULATION));
        if (outcome == null) {
            counts.add(Count.UNREADABLE);
            return counts;
        }
        if (outcome.session().services().stream()
                .noneMatch(service -> service.kind().known())) {
            return counts;
        }
        counts.add(Count.DENOMINATOR);
        if (test) {
            counts.add(Count.DENOMINATOR_EXCLUSION);
            return counts;
        }
        boolean complete = outcome.findings().stream().noneMatch(Finding::holds);
        counts.add(complete ? Count.NUMERATOR : Count.INCOMPLETE);
        boolean unchecked = outcome.findings().stream()
                .anyMatch(finding -> finding.verdict() == Verdict.NOT_CHECKED && finding.severity() == Severity.HOLD);
        if (complete && unchecked) {
            counts.add(Count.UNCHECKED);
        }
        return counts;
    }

    /** For each stratifier, the strata it is in: one for each clinician and kind of service it has. */
    Map<String, Set<List<String>>> strata() {
        Map<String, Set<List<String>>> strata = new LinkedHashMap<>();
        String month = date.toString().substring(0, 7);
        for (List<String> who : services()) {
            List<String> cell = List.of(who.get(0), site, who.get(1), month);
            add(strata, "clinician", List.of(who.get(0)));
            add(strata, "site", List.of(site));
            add(strata, "service", List.of(who.get(1)));
            add(strata, "month", List.of(month));
            add(strata, "cell", cell);
        }
        return strata;
    }

    private static void add(Map<String, Set<List<String>>> strata, String name, List<String> value) {
        strata.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value);
    }

    /** Clinician and kind of each service. */
    private List<List<String>> services() {
        List<List<String>> all = new ArrayList<>();
        if (outcome != null) {
            for (DocumentedService service : outcome.session().services()) {
                all.add(List.of(
                        service.rendering().reference().orElse(UNKNOWN),
                        service.kind().orElse(UNKNOWN)));
            }
        }
        return all.isEmpty() ? List.of(List.of(UNKNOWN, UNKNOWN)) : all;
    }

    /** True if the clinician rendered a service of it. */
    boolean renderedBy(String clinician) {
        return services().stream().anyMatch(service -> service.get(0).equals(clinician));
    }
}
