package org.plainclaim.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.Row;

/**
 * The diagnoses that a line points to.
 *
 * @param positions from 1, in the order of their weight; at most four
 * @param rule the row that chose the first one; null if the order of the claim did
 * @param findings what is said of the choice
 */
public record Pointing(List<Integer> positions, @Nullable Row rule, List<Finding> findings) {
    public Pointing {
        positions = List.copyOf(positions);
        findings = List.copyOf(findings);
    }
}
