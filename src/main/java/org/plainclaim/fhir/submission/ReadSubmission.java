package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.submission.Submission;

/**
 * A claim as it was read.
 *
 * @param claim the Claim
 * @param submission the claim as it goes to the payer; what is missing is empty
 * @param problems what could not be read, and money that does not add up
 */
public record ReadSubmission(JsonNode claim, Submission submission, List<InputProblem> problems) {
    public ReadSubmission {
        problems = List.copyOf(problems);
    }
}
