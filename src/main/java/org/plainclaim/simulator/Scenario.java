package org.plainclaim.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Submission;

/**
 * How a payer answers: rules of the form {@code conditions : effects}, both as {@code name=value}, apart by blanks.
 *
 * <p>For each effect the first rule decides that has it and whose conditions all hold. What no rule says is as of {@link
 * #USUAL}.
 */
public final class Scenario {
    /** A payer that allows four fifths of every charge and has no other wishes. */
    public static final Scenario USUAL = new Scenario(List.of());

    private static final Set<String> CONDITIONS = Set.of(
            "member", "payer", "code", "modifier", "diagnosis", "form", "frequency", "order", "place", "authorization");
    private static final Set<String> EFFECTS = Set.of(
            "reject",
            "pend",
            "deny",
            "remark",
            "allow",
            "copay",
            "deductible",
            "coinsurance",
            "modifier",
            "echo",
            "split",
            "correct",
            "forward",
            "withhold",
            "interest");

    private final List<Rule> rules;

    private Scenario(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    private record Rule(Map<String, String> conditions, Map<String, String> effects) {
        boolean holds(Submission claim, @Nullable Line line) {
            return conditions.entrySet().stream().allMatch(one -> holds(one.getKey(), one.getValue(), claim, line));
        }

        private static boolean holds(String name, String value, Submission claim, @Nullable Line line) {
            List<Line> lines = line == null ? claim.lines() : List.of(line);
            return switch (name) {
                case "member" -> claim.cover().memberId().equals(value);
                case "payer" -> claim.cover().payer().id().equals(value);
                case "code" -> lines.stream()
                        .anyMatch(one -> one.procedure().code().equals(value));
                case "modifier" -> lines.stream()
                        .anyMatch(one -> one.procedure().modifiers().contains(value));
                case "place" -> lines.stream()
                                .anyMatch(one -> one.placeOfService().equals(value))
                        || claim.heading().placeOfService().equals(value);
                case "diagnosis" -> claim.diagnoses().contains(value);
                case "form" -> claim.heading().form().name().equalsIgnoreCase(value);
                case "frequency" -> claim.heading().frequency().code().equals(value);
                case "authorization" -> value.equals("none")
                        == claim.heading().authorization().isEmpty();
                default -> Integer.toString(claim.cover().order()).equals(value);
            };
        }
    }

    /**
     * Reads rules, one a line; empty lines and lines that begin with {@code #} say nothing.
     *
     * @throws IllegalArgumentException if a line can not be read; says which and why
     */
    public static Scenario read(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                rules.add(rule(line, "line " + (i + 1) + ": "));
            }
        }
        return new Scenario(rules);
    }

    private static Rule rule(String line, String place) {
        int colon = (" " + line).indexOf(" : ");
        if (colon < 0) {
            throw new IllegalArgumentException(place + "a rule is conditions, a colon between blanks, and effects");
        }
        Map<String, String> conditions = words(line.substring(0, Math.max(0, colon - 1)), CONDITIONS, place);
        Map<String, String> effects = words(line.substring(colon + 1), EFFECTS, place);
        effects.forEach((name, value) -> EffectValues.check(name, value, place));
        return new Rule(conditions, effects);
    }

    private static Map<String, String> words(String text, Set<String> known, String place) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : text.strip().split("\\s+", -1)) {
            int equals = word.indexOf('=');
            if (!word.isEmpty() && (equals < 1 || !known.contains(word.substring(0, equals)))) {
                throw new IllegalArgumentException(place + "'" + word + "' is none of name=value with one of "
                        + known.stream().sorted().toList());
            }
            if (!word.isEmpty()) {
                words.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return words;
    }

    /** What is to happen with a claim; a condition about lines holds if it holds for any of them. */
    Optional<String> effect(String name, Submission claim) {
        return effect(name, claim, null);
    }

    /** What is to happen with a line. */
    Optional<String> effect(String name, Submission claim, @Nullable Line line) {
        return rules.stream()
                .filter(rule -> rule.effects().containsKey(name) && rule.holds(claim, line))
                .map(rule -> rule.effects().get(name))
                .findFirst();
    }
}
