package org.plainclaim.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Person;

/**
 * All that the checks look at.
 *
 * @param patient the patient as registered
 * @param cover the coverage that is to pay
 * @param others the patient's other coverages
 * @param visit the service
 * @param answer the last answer about the coverage; null if nobody asked
 * @param today the day of the check
 */
public record EligibilityCase(
        Person patient,
        CoverOnFile cover,
        List<CoverOnFile> others,
        Visit visit,
        @Nullable EligibilityAnswer answer,
        LocalDate today) {
    public EligibilityCase {
        others = List.copyOf(others);
    }

    /** Names nobody, so that it can stand in a log. */
    @Override
    public String toString() {
        return "EligibilityCase[cover=" + cover.reference() + "]";
    }
}
