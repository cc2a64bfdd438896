package org.plainclaim.fhir.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.plainclaim.eligibility.EligibilityTables;
import org.plainclaim.eligibility.ServiceBenefits;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Which service types are asked about, and which of them speak for a service. */
public final class ServiceTypes {
    private static final String USUAL = "outpatient";

    /** The special before the usual: where both are named, what is said of the usual must not speak for the special. */
    private static final List<String> LEVELS = List.of("substance-use", "partial-hospitalization", "inpatient", USUAL);

    private final RuleBook book;
    private final LocalDate date;

    public ServiceTypes(RuleBook book, LocalDate date) {
        this.book = book;
        this.date = date;
    }

    /**
     * Those that speak for a service, the most specific first: those named, and what the level of these falls back to. A
     * plan that says something of mental health says nothing of substance use by it.
     */
    public List<String> speaking(List<String> named) {
        List<String> speaking = level(named)
                .map(level -> with(named, of(level, row -> row.result("speaks").equals("yes"))))
                .orElse(named);
        return speaking.stream()
                .filter(type -> !type.equals(ServiceBenefits.PLAN))
                .toList();
    }

    /** Those to ask about: the plan as a whole, then from the general to the specific. */
    public List<String> asked(List<String> named) {
        Set<String> all = new LinkedHashSet<>(named);
        level(named).ifPresent(level -> all.addAll(with(named, of(level, row -> true))));
        all.remove(ServiceBenefits.PLAN);
        List<String> types = new ArrayList<>(all);
        Collections.reverse(types);
        types.add(0, ServiceBenefits.PLAN);
        return types;
    }

    private Optional<String> level(List<String> named) {
        return named.isEmpty()
                ? Optional.of(USUAL)
                : LEVELS.stream()
                        .filter(level -> of(level, row -> row.result("speaks").equals("yes")).stream()
                                .anyMatch(type -> !type.equals(ServiceBenefits.PLAN) && named.contains(type)))
                        .findFirst();
    }

    /** Those of a level that are named, then those that come after the last of them. */
    private static List<String> with(List<String> named, List<String> level) {
        int from = named.stream().mapToInt(level::indexOf).max().orElse(-1);
        Set<String> types = new LinkedHashSet<>(named);
        types.retainAll(level);
        types.addAll(level.subList(from + 1, level.size()));
        return List.copyOf(types);
    }

    private List<String> of(String level, Predicate<Row> which) {
        return book
                .table(EligibilityTables.REQUESTS)
                .all(Situation.EMPTY.with("level-of-care", new Fact<>(level, List.of())), date)
                .stream()
                .filter(which)
                .sorted(Comparator.comparing((Row row) -> Integer.valueOf(row.result("place"))))
                .map(row -> row.result("service-type"))
                .toList();
    }
}
