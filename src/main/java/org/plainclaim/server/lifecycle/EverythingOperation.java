package org.plainclaim.server.lifecycle;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.server.search.CompartmentUrl;
import org.plainclaim.server.search.SearchReader;
import org.plainclaim.server.store.StoredTypes;

/**
 * Gives out the whole record of a patient: what is in the patient's compartment, and whom and what it refers to.
 *
 * <p>Everything is read as the caller: what the caller may not see is not in it.
 */
public final class EverythingOperation {
    private static final Set<String> REFERRED =
            Set.of("Practitioner", "PractitionerRole", "Organization", "Location", "RelatedPerson");
    private static final int PAGE = 500;

    private final DaoRegistry daos;
    private final SearchReader reader;

    public EverythingOperation(DaoRegistry daos, SearchReader reader) {
        this.daos = daos;
        this.reader = reader;
    }

    /** The record; types that have no place in it are left out. */
    @Operation(name = "$everything", typeName = "Patient", idempotent = true)
    public Bundle everything(@IdParam IdType id, RequestDetails request) {
        for (String parameter : request.getParameters().keySet()) {
            if (!Set.of("_format", "_pretty").contains(parameter)) {
                throw new InvalidRequestException(
                        "$everything takes no " + parameter + "; it gives out the whole record.");
            }
        }
        IdType patient = new IdType("Patient", id.getIdPart());
        Map<String, Resource> found = new LinkedHashMap<>();
        add(daos.getResourceDao(Patient.class).read(patient, request), found);
        StoredTypes.OFFERED.forEach(type -> search(type, patient, request, found));
        int matches = found.size();
        List.copyOf(found.values()).forEach(resource -> refer(resource, request, found));
        return bundle(found, matches, request.getFhirServerBase());
    }

    private void search(
            Class<? extends Resource> type, IdType patient, RequestDetails request, Map<String, Resource> found) {
        IFhirResourceDao<? extends Resource> dao = daos.getResourceDao(type);
        for (int offset = 0; ; offset += PAGE) {
            SearchParameterMap query;
            try {
                query = reader.read(
                        type.getSimpleName(),
                        Map.of(CompartmentUrl.PARAMETER, new String[] {patient.getValue()}),
                        false);
            } catch (InvalidRequestException notInTheCompartment) {
                return;
            }
            query.setLoadSynchronous(true);
            query.setOffset(offset);
            query.setCount(PAGE);
            List<IBaseResource> page;
            try {
                page = dao.search(query, request).getAllResources();
            } catch (ForbiddenOperationException notForThisCaller) {
                return;
            }
            page.forEach(resource -> add((Resource) resource, found));
            if (page.size() < PAGE) {
                return;
            }
        }
    }

    private static void add(Resource resource, Map<String, Resource> found) {
        found.putIfAbsent(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
    }

    private void refer(Resource resource, RequestDetails request, Map<String, Resource> found) {
        daos.getResourceDao(resource.fhirType())
                .getContext()
                .newTerser()
                .getAllResourceReferences(resource)
                .forEach(reference -> {
                    IdType to = new IdType(reference
                            .getResourceReference()
                            .getReferenceElement()
                            .getValue());
                    String name = to.getResourceType() + "/" + to.getIdPart();
                    if (to.hasResourceType() && REFERRED.contains(to.getResourceType()) && !found.containsKey(name)) {
                        read(to, request, found);
                    }
                });
    }

    private void read(IdType to, RequestDetails request, Map<String, Resource> found) {
        try {
            add(
                    (Resource) daos.getResourceDao(to.getResourceType()).read(to.toUnqualifiedVersionless(), request),
                    found);
        } catch (ResourceNotFoundException | ResourceGoneException | ForbiddenOperationException notThere) {
            // the reference stays, and leads to nothing that this caller may see
            return;
        }
    }

    private static Bundle bundle(Map<String, Resource> found, int matches, String base) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.SEARCHSET);
        bundle.setTotal(matches);
        int[] number = {0};
        found.forEach((name, resource) -> bundle.addEntry()
                .setFullUrl(base + "/" + name)
                .setResource(resource)
                .getSearch()
                .setMode(number[0]++ < matches ? SearchEntryMode.MATCH : SearchEntryMode.INCLUDE));
        return bundle;
    }
}
