package org.plainclaim.coding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Situation;

/** The facts that are added when several services are billed as one: minutes, and every detail that is a count. */
final class CountedFacts {
    private static final List<String> NEVER = List.of("age", "group-size");

    private CountedFacts() {}

    /** The names of all whole numbers that one of the situations has. */
    static Set<String> of(List<Situation> situations) {
        Set<String> names = new LinkedHashSet<>();
        situations.forEach(situation -> names.addAll(situation.wholeNumbers()));
        NEVER.forEach(names::remove);
        return names;
    }

    /** The sum over those that have it, with the evidence of each. */
    static Fact<Integer> total(String name, List<Situation> situations) {
        int total = 0;
        boolean known = false;
        List<Evidence> evidence = new ArrayList<>();
        for (Situation situation : situations) {
            Fact<?> fact = situation.fact(name);
            evidence.addAll(fact.evidence());
            if (fact.value() instanceof Integer number) {
                total += number;
                known = true;
            }
        }
        return new Fact<>(known ? total : null, evidence);
    }
}
