package org.plainclaim.training;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How somebody would bill a session.
 *
 * @param held true if no claim may leave
 * @param lines the lines of the claim
 * @param diagnoses codes in the order they go on the claim
 * @param gaps what is missing or in the way, as codes of {@link Gap}; any of them holds
 */
public record Answer(boolean held, List<AnswerLine> lines, List<String> diagnoses, Set<String> gaps) {
    public Answer {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
        gaps = Set.copyOf(gaps);
        held = held || !gaps.isEmpty();
    }

    /** A claim that may leave. */
    public static Answer ready(List<AnswerLine> lines, List<String> diagnoses) {
        return new Answer(false, lines, diagnoses, Set.of());
    }

    /** A session that is held. */
    public static Answer hold(Collection<String> gaps) {
        return new Answer(true, List.of(), List.of(), Set.copyOf(gaps));
    }

    /** As instructors write it, in one line. */
    @Override
    public String toString() {
        String claim = "expect " + lines + " diagnoses " + diagnoses;
        return held ? "hold " + new TreeSet<>(gaps) + (lines.isEmpty() ? "" : " " + claim) : claim;
    }
}
