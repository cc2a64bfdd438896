package org.plainclaim.server.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.plainclaim.access.Scope;
import org.plainclaim.access.Scopes.Launch;
import org.plainclaim.server.search.CompartmentUrl;
import org.plainclaim.server.search.SearchReader;

/** What a narrow scope reaches, as a search of the store. */
final class Scoped {
    private final DaoRegistry daos;
    private final SearchReader reader;

    Scoped(DaoRegistry daos, SearchReader reader) {
        this.daos = daos;
        this.reader = reader;
    }

    /** The search that finds what the scope reaches; empty if it reaches nothing of the type, or is not understood. */
    Optional<Map<String, String[]>> search(Scope scope, String type, Launch launch) {
        Map<String, String[]> criteria = Queries.parse(scope.query());
        if (scope.context() == Scope.Context.PATIENT) {
            String patient = launch.patient().orElse("");
            Map<String, String[]> owner = type.equals("Patient")
                    ? Map.of("_id", new String[] {patient})
                    : Map.of(CompartmentUrl.PARAMETER, new String[] {"Patient/" + patient});
            criteria = Queries.both(criteria, owner);
        }
        try {
            SearchParameterMap map = reader.read(type, criteria, false);
            boolean selects = !map.isEmpty()
                    || (map.getLastUpdated() != null && !map.getLastUpdated().isEmpty());
            return selects ? Optional.of(criteria) : Optional.empty();
        } catch (InvalidRequestException notUnderstood) {
            return Optional.empty();
        }
    }

    /** Whether the store has a resource of this id that the scope reaches. */
    boolean finds(Scope scope, IIdType id, Launch launch) {
        String type = id.getResourceType();
        if (type == null || !daos.isResourceTypeSupported(type)) {
            return false;
        }
        return search(scope, type, launch)
                .map(criteria -> Queries.both(criteria, Map.of("_id", new String[] {id.getIdPart()})))
                .map(criteria -> reader.read(type, criteria, false))
                .filter(map -> !daos.getResourceDao(type)
                        .searchForIds(map.setLoadSynchronousUpTo(1), new SystemRequestDetails())
                        .isEmpty())
                .isPresent();
    }
}
