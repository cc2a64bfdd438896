package org.plainclaim.fhir.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.eligibility.EligibilityTables;
import org.plainclaim.eligibility.ServiceBenefits;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Which service types are asked about, and which of them speak for a service. */
public final class ServiceTypes {
    private static final String USUAL = "outpatient";
    private static final List<String> LEVELS = List.of(USUAL, "inpatient", "partial-hospitalization", "substance-use");

    private final RuleBook book;
    private final LocalDate date;

    public ServiceTypes(RuleBook book, LocalDate date) {
        this.book = book;
        this.date = date;
    }

    /** Those that speak for a service, the most specific first: those named, and what the levels of these fall back to. */
    public List<String> speaking(List<String> named) {
        Set<String> types = new LinkedHashSet<>(named);
        List<String> levels = named.isEmpty()
                ? List.of(USUAL)
                : LEVELS.stream()
                        .filter(level -> of(level).stream().anyMatch(named::contains))
                        .limit(1)
                        .toList();
        for (String level : levels) {
            List<String> all = of(level);
            int from = named.stream().mapToInt(all::indexOf).max().orElse(-1);
            types.addAll(all.subList(from + 1, all.size()));
        }
        types.remove(ServiceBenefits.PLAN);
        return List.copyOf(types);
    }

    /** Those to ask about: the plan as a whole, then from the general to the specific. */
    public List<String> asked(List<String> named) {
        List<String> types = new ArrayList<>(speaking(named));
        Collections.reverse(types);
        types.add(0, ServiceBenefits.PLAN);
        return types;
    }

    private List<String> of(String level) {
        return book
                .table(EligibilityTables.REQUESTS)
                .all(Situation.EMPTY.with("level-of-care", new Fact<>(level, List.of())), date)
                .stream()
                .sorted(Comparator.comparing((Row row) -> Integer.valueOf(row.result("place"))))
                .map(row -> row.result("service-type"))
                .toList();
    }
}
