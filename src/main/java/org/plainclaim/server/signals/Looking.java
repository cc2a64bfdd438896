package org.plainclaim.server.signals;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Procedure;

/** The searches that the signals need, each by an index and with a limit. */
final class Looking {
    /** Sessions at most, the latest. */
    static final int MOST_SESSIONS = 2000;

    private static final int MOST_ROLES = 500;

    private final DaoRegistry daos;

    Looking(DaoRegistry daos) {
        this.daos = daos;
    }

    /**
     * A resource that must be there.
     *
     * @throws ResourceNotFoundException if it is not
     */
    IBaseResource read(String reference) {
        IdType id = new IdType(reference);
        return daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails());
    }

    Optional<IBaseResource> find(String reference) {
        try {
            return Optional.of(read(reference));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    /** Finished sessions in which somebody took part, the latest first; one more than the most if there are more. */
    List<Encounter> sessions(Collection<String> clinicians, LocalDate from, LocalDate to) {
        // the store compares instants, the days are those where the patient was
        DateRangeParam days = new DateRangeParam(
                new DateParam(
                        ParamPrefixEnum.GREATERTHAN_OR_EQUALS, from.minusDays(1).toString()),
                new DateParam(ParamPrefixEnum.LESSTHAN_OR_EQUALS, to.plusDays(1).toString()));
        SearchParameterMap query = SearchParameterMap.newSynchronous()
                .add("participant", any(clinicians))
                .add("date", days)
                .add("status", new TokenParam("finished"))
                .setSort(new SortSpec("date", SortOrderEnum.DESC))
                .setLoadSynchronousUpTo(MOST_SESSIONS + 1);
        return search("Encounter", query, Encounter.class);
    }

    List<Procedure> procedures(Collection<String> encounters) {
        List<Procedure> found = new ArrayList<>();
        for (List<String> some : Chunks.of(encounters)) {
            found.addAll(search(
                    "Procedure", SearchParameterMap.newSynchronous().add("encounter", any(some)), Procedure.class));
        }
        return found;
    }

    /** The roles of a practitioner, whether they refer by id or by identifier. */
    List<PractitionerRole> roles(String practitioner, List<Identifier> identifiers) {
        List<PractitionerRole> found = new ArrayList<>(search(
                "PractitionerRole",
                SearchParameterMap.newSynchronous("practitioner", new ReferenceParam(practitioner))
                        .setLoadSynchronousUpTo(MOST_ROLES),
                PractitionerRole.class));
        TokenOrListParam tokens = new TokenOrListParam();
        identifiers.forEach(one -> tokens.add(new TokenParam(one.getSystem(), one.getValue())));
        if (!identifiers.isEmpty()) {
            found.addAll(search(
                    "PractitionerRole",
                    SearchParameterMap.newSynchronous()
                            .add("practitioner-identifier", tokens)
                            .setLoadSynchronousUpTo(MOST_ROLES),
                    PractitionerRole.class));
        }
        return found;
    }

    /** Roles by their own references. */
    List<PractitionerRole> roles(Collection<String> references) {
        List<PractitionerRole> found = new ArrayList<>();
        for (List<String> some : Chunks.of(references)) {
            TokenOrListParam ids = new TokenOrListParam();
            some.forEach(reference -> ids.add(new TokenParam(new IdType(reference).getIdPart())));
            found.addAll(search(
                    "PractitionerRole", SearchParameterMap.newSynchronous().add("_id", ids), PractitionerRole.class));
        }
        return found;
    }

    private static ReferenceOrListParam any(Collection<String> references) {
        ReferenceOrListParam any = new ReferenceOrListParam();
        references.stream()
                .filter(reference -> !reference.contains("|"))
                .forEach(reference -> any.add(new ReferenceParam(reference)));
        return any;
    }

    private <T extends IBaseResource> List<T> search(String type, SearchParameterMap query, Class<T> kind) {
        return daos.getResourceDao(type).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(kind::cast)
                .toList();
    }
}
