package org.plainclaim.server.eligibility;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.eligibility.ReadCoverage;
import org.plainclaim.fhir.eligibility.RequestReader;

/** Gathers from the store what a request refers to, and reads it. */
final class RequestGathering {
    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final Supplier<RequestReader> reader;

    RequestGathering(FhirContext fhir, DaoRegistry daos, Supplier<RequestReader> reader) {
        this.fhir = fhir;
        this.daos = daos;
        this.reader = reader;
    }

    /**
     * The coverages that a request asks about; it has an id, and need not be stored.
     *
     * @throws BadInput if what it refers to is not stored, or a date can not be read
     */
    List<ReadCoverage> read(CoverageEligibilityRequest request, LocalDate today) throws BadInput {
        StoredResources resources = new StoredResources(fhir, daos);
        resources.add(request);
        resources.follow();
        referring(resources, "Patient", "Coverage", "beneficiary");
        referring(resources, "Practitioner", "PractitionerRole", "practitioner");
        resources.follow();
        return reader.get().read(resources.bundle(), today);
    }

    private static void referring(StoredResources resources, String target, String type, String parameter) {
        List<String> targets = resources.references(target);
        if (!targets.isEmpty()) {
            ReferenceOrListParam any = new ReferenceOrListParam();
            targets.forEach(reference -> any.add(new ReferenceParam(reference)));
            resources.search(type, parameter, any);
        }
    }
}
