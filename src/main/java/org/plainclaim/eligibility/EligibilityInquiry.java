package org.plainclaim.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;

/**
 * A question to one payer about one patient.
 *
 * @param trace our number of the question, at most 50 characters; the answer repeats it
 * @param provider who asks
 * @param patient about whom
 * @param cover the coverage asked about, with its payer and subscriber
 * @param from first day asked about
 * @param to last day asked about
 * @param services what is asked about; the plan as a whole if empty
 */
public record EligibilityInquiry(
        String trace,
        Provider provider,
        Person patient,
        Cover cover,
        LocalDate from,
        LocalDate to,
        List<AskedService> services) {
    public EligibilityInquiry {
        services = List.copyOf(services);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an inquiry ends before it begins");
        }
    }

    /** Names nobody, so that it can stand in a log. */
    @Override
    public String toString() {
        return "EligibilityInquiry[trace=" + trace + "]";
    }
}
