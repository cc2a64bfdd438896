package org.plainclaim.server.audit;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Set;

/** What tells nothing of anybody, and is not written down: how the server is made, its definitions and its terminology. */
final class Unrecorded {
    private static final Set<String> TYPES = Set.of(
            "metadata",
            "OperationDefinition",
            "SearchParameter",
            "StructureDefinition",
            "ValueSet",
            "CodeSystem",
            "ConceptMap");

    private Unrecorded() {}

    static boolean holds(RequestDetails request) {
        return request.getRestOperationType() == RestOperationTypeEnum.METADATA
                || (request.getResourceName() != null && TYPES.contains(request.getResourceName()));
    }

    /** The same by the address below the base. */
    static boolean holds(String path) {
        String first = path.replaceFirst("^/", "").replaceFirst("/.*", "");
        return TYPES.contains(first);
    }
}
