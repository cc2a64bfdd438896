package org.plainclaim.documentation;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * The three elements of medical decision making, each {@code straightforward}, {@code low}, {@code moderate} or {@code
 * high}.
 */
public record MedicalDecision(Fact<String> problems, Fact<String> data, Fact<String> risk) {
    private static final List<String> LEVELS = List.of("straightforward", "low", "moderate", "high");

    /** The level that at least two of the three elements reach; unknown unless at least two are documented. */
    public Fact<String> level() {
        List<Evidence> evidence = new ArrayList<>();
        evidence.addAll(problems.evidence());
        evidence.addAll(data.evidence());
        evidence.addAll(risk.evidence());
        if (!problems.known() && !data.known() && !risk.known()) {
            return new Fact<>(null, evidence);
        }
        int highest = -1;
        int second = -1;
        for (Fact<String> element : List.of(problems, data, risk)) {
            int level = LEVELS.indexOf(element.orElse(""));
            second = Math.max(second, Math.min(level, highest));
            highest = Math.max(highest, level);
        }
        return new Fact<>(second < 0 ? null : LEVELS.get(second), evidence);
    }
}
