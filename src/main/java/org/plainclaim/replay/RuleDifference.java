package org.plainclaim.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.plainclaim.rules.ResultCells;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;

/** Which rules of a payer are not the same in two libraries. */
final class RuleDifference {
    private final RuleLibrary before;
    private final RuleLibrary after;
    private final Map<String, Set<String>> byPayer = new HashMap<>();

    RuleDifference(RuleLibrary before, RuleLibrary after) {
        this.before = before;
        this.after = after;
    }

    /** The ids of the rules with rows that only one of the two has. */
    synchronized Set<String> of(String payer) {
        return byPayer.computeIfAbsent(payer, any -> difference(rules(before, payer), rules(after, payer)));
    }

    private static Set<String> difference(Map<String, Set<Said>> one, Map<String, Set<Said>> other) {
        Set<String> ids = new HashSet<>(one.keySet());
        ids.addAll(other.keySet());
        ids.removeIf(id -> Objects.equals(one.get(id), other.get(id)));
        return Set.copyOf(ids);
    }

    /** What a row does, without who says so and where. */
    private record Said(String table, Object period, Object conditions, Object results) {
        static Said of(String table, Row row) {
            ResultCells results = row.results();
            return new Said(table, row.period(), row.conditions(), results);
        }
    }

    private static Map<String, Set<Said>> rules(RuleLibrary library, String payer) {
        RuleBook book = library.book(payer).orElseGet(library::base);
        Map<String, Set<Said>> rules = new HashMap<>();
        book.tables().forEach((file, table) -> table.rows()
                .forEach(row -> rules.computeIfAbsent(row.rule(), any -> new HashSet<>())
                        .add(Said.of(file, row))));
        return rules;
    }
}
