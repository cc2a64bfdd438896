package org.plainclaim.fhir.eligibility;

import java.util.List;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityReview;
import org.plainclaim.eligibility.NextStep;
import org.plainclaim.eligibility.Visit;

/**
 * What came back about one coverage.
 *
 * @param coverage reference of the Coverage
 * @param answer the answer
 * @param review what follows from it
 * @param next what to do about each of its rejects, in their order
 * @param visit what it was asked for
 * @param missing what the question lacked, so that it was not sent; none if it was
 */
public record AnsweredCoverage(
        String coverage,
        EligibilityAnswer answer,
        EligibilityReview review,
        List<NextStep> next,
        Visit visit,
        List<String> missing) {
    public AnsweredCoverage {
        next = List.copyOf(next);
        missing = List.copyOf(missing);
    }
}
