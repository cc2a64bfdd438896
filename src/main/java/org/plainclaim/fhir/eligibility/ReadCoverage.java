package org.plainclaim.fhir.eligibility;

import java.util.List;
import org.plainclaim.eligibility.AskedService;
import org.plainclaim.eligibility.CoverOnFile;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.eligibility.Visit;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;

/**
 * One coverage that a request asks about.
 *
 * @param file the coverage
 * @param others the patient's other coverages
 * @param patient the patient
 * @param provider who asks; without name and number if the request names nobody
 * @param insurer reference of the Organization that pays; empty if the coverage names none
 * @param visit the service
 * @param services what is asked about
 */
public record ReadCoverage(
        CoverOnFile file,
        List<CoverOnFile> others,
        Person patient,
        Provider provider,
        String insurer,
        Visit visit,
        List<AskedService> services) {
    public ReadCoverage {
        others = List.copyOf(others);
        services = List.copyOf(services);
    }

    /** The question under a number. */
    public EligibilityInquiry inquiry(String trace) {
        return new EligibilityInquiry(trace, provider, patient, file.cover(), visit.from(), visit.to(), services);
    }

    /** Names nobody, so that it can stand in a log. */
    @Override
    public String toString() {
        return "ReadCoverage[" + file.reference() + "]";
    }
}
