package org.plainclaim.server.http;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.util.UrlUtil;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.server.search.SearchReader;

/** What an id in the body of a conditional update means in R4; HAPI takes it away. */
final class ConditionalIds {
    private static final String BODY_ID = ConditionalIds.class.getName();

    private final SearchReader reader;

    ConditionalIds(SearchReader reader) {
        this.reader = reader;
    }

    /** Remembers the id of the body, which is gone when the end point is called. */
    static void remember(IBaseResource resource, RequestDetails request) {
        if (resource.getIdElement().hasIdPart()) {
            request.getUserData().put(BODY_ID, resource.getIdElement().getIdPart());
        }
    }

    /** Whether the resource is to be created under the id of its body, which it then has. */
    <T extends IBaseResource> boolean createsUnder(
            IFhirResourceDao<T> dao, T resource, String condition, RequestDetails request) {
        if (!(request.getUserData().get(BODY_ID) instanceof String id)) {
            return false;
        }
        String type = dao.getResourceType().getSimpleName();
        String query = condition.substring(condition.indexOf('?') + 1);
        SearchParameterMap map = reader.read(type, UrlUtil.parseQueryString(query), false);
        map.setLoadSynchronousUpTo(2);
        List<IBaseResource> found = dao.search(map, new SystemRequestDetails()).getAllResources();
        if (found.size() == 1 && !id.equals(found.get(0).getIdElement().getIdPart())) {
            throw new InvalidRequestException("The condition finds " + type + "/"
                    + found.get(0).getIdElement().getIdPart() + " but the body has the id '" + id
                    + "'; correct or leave out the id.");
        }
        if (!found.isEmpty()) {
            return false;
        }
        refuseTaken(dao, type, id);
        resource.setId(new IdType(type, id));
        return true;
    }

    private static void refuseTaken(IFhirResourceDao<?> dao, String type, String id) {
        try {
            dao.read(new IdType(type, id), new SystemRequestDetails());
        } catch (ResourceNotFoundException | ResourceGoneException free) {
            return;
        }
        throw new ResourceVersionConflictException("The condition finds nothing, but " + type + "/" + id
                + " exists; correct the condition, or leave out the id.");
    }
}
