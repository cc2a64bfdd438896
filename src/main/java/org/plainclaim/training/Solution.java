package org.plainclaim.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.explanation.Finding;

/**
 * What the rules say of a case.
 *
 * @param outcome everything that was derived
 * @param lines the lines as they go on the claim, or as they would if nothing held it
 * @param diagnoses the diagnoses of the claim in their order, less those that it does not need
 * @param gaps what holds it, by the code of the gap
 * @param beside findings that say why diagnoses stand where they stand
 * @param choices what there is to choose from
 */
public record Solution(
        ClaimOutcome outcome,
        List<Solved> lines,
        List<String> diagnoses,
        Map<String, List<Finding>> gaps,
        List<Finding> beside,
        List<Gap> choices) {
    public Solution {
        lines = List.copyOf(lines);
        diagnoses = List.copyOf(diagnoses);
        gaps = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(gaps));
        beside = List.copyOf(beside);
        choices = List.copyOf(choices);
    }

    /**
     * A line of the claim.
     *
     * @param answer as people write it
     * @param line with everything that led to it
     */
    public record Solved(AnswerLine answer, ServiceLine line) {}

    public boolean held() {
        return !gaps.isEmpty();
    }

    /** The one answer that gets every point. */
    public Answer answer() {
        return held()
                ? Answer.hold(gaps.keySet())
                : Answer.ready(lines.stream().map(Solved::answer).toList(), diagnoses);
    }
}
