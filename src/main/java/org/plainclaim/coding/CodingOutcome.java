package org.plainclaim.coding;

import java.util.List;
import org.plainclaim.explanation.Finding;

/**
 * What coding the services of one clinician came to.
 *
 * @param lines the lines, in the order they go on the claim
 * @param elsewhere true if another session bills for a service of this one
 * @param findings what was checked on the way; one that holds means that a line is missing or may not be billed
 */
public record CodingOutcome(List<ServiceLine> lines, List<Finding> findings, boolean elsewhere) {
    public CodingOutcome {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }
}
