package org.plainclaim.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        List<Integer> levels = elements()
                .filter(Fact::known)
                .map(element -> LEVELS.indexOf(element.get()))
                .filter(level -> level >= 0)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        return new Fact<>(levels.size() < 2 ? null : LEVELS.get(levels.get(1)), evidence);
    }

    private Stream<Fact<String>> elements() {
        return Stream.of(problems, data, risk);
    }
}
