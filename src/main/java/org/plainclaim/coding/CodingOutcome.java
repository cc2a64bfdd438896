package org.plainclaim.coding;

import java.util.List;
import java.util.Set;
import org.plainclaim.explanation.Finding;

/**
 * What coding the services of one clinician came to.
 *
 * @param lines the lines, in the order they go on the claim
 * @param elsewhere true if another session bills for a service of this one
 * @param findings what was checked on the way; one that holds means that a line is missing or may not be billed
 * @param together encounters of the other sessions that add up with this one
 */
public record CodingOutcome(List<ServiceLine> lines, List<Finding> findings, boolean elsewhere, Set<String> together) {
    public CodingOutcome {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
        together = Set.copyOf(together);
    }
}
