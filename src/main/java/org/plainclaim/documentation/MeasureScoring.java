package org.plainclaim.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plainclaim.documentation.Instrument.Item;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** Turns the answers to an instrument into its score. A missing answer is never made up for. */
public final class MeasureScoring {
    private MeasureScoring() {}

    /**
     * What the answers come to.
     *
     * @param score the score; unknown if an answer is missing or is none that the question can have
     * @param missing codes of the questions without an answer
     * @param outOfRange codes of the questions whose answer has points that it can not have
     * @param flags what answers raised, with the answer
     */
    public record Scored(
            Fact<Integer> score, Set<String> missing, Set<String> outOfRange, Map<String, Evidence> flags) {
        public Scored {
            missing = java.util.Collections.unmodifiableSet(new TreeSet<>(missing));
            outOfRange = java.util.Collections.unmodifiableSet(new TreeSet<>(outOfRange));
            flags = Map.copyOf(flags);
        }

        /** Codes of all questions that keep the score from being known. */
        public Set<String> faults() {
            Set<String> faults = new TreeSet<>(missing);
            faults.addAll(outOfRange);
            return faults;
        }
    }

    /** Scores the answers, which are points by the code of the question. */
    public static Scored score(Instrument instrument, Map<String, Fact<Integer>> answers) {
        Set<String> missing = new TreeSet<>();
        Set<String> outOfRange = new TreeSet<>();
        Map<String, Evidence> flags = new TreeMap<>();
        List<Evidence> evidence = new ArrayList<>();
        int score = 0;
        for (Item item : instrument.items()) {
            Fact<Integer> answer = answers.get(item.code());
            if (answer == null) {
                if (asked(item, answers)) {
                    missing.add(item.code());
                }
            } else if (!allowed(item, answer)) {
                outOfRange.add(item.code());
            } else {
                evidence.addAll(answer.evidence());
                score = together(instrument, score, answer.get() * item.weight());
                raise(item, answer, flags);
            }
        }
        boolean complete = missing.isEmpty() && outOfRange.isEmpty() && !evidence.isEmpty();
        return new Scored(new Fact<>(complete ? score : null, evidence), missing, outOfRange, flags);
    }

    private static int together(Instrument instrument, int score, int points) {
        return instrument.scale().highestCounts() ? Math.max(score, points) : score + points;
    }

    /** A question that hangs on another one may be left out only when that other one was answered without points. */
    private static boolean asked(Item item, Map<String, Fact<Integer>> answers) {
        Fact<Integer> before = answers.get(item.askedAfter());
        return item.askedAfter().isEmpty() || before == null || !before.is(0);
    }

    private static boolean allowed(Item item, Fact<Integer> answer) {
        return answer.known() && item.points().matches(answer);
    }

    private static void raise(Item item, Fact<Integer> answer, Map<String, Evidence> flags) {
        if (!item.flag().isEmpty() && answer.get() > 0) {
            flags.putIfAbsent(item.flag(), answer.evidence().get(0));
        }
    }
}
