package org.plainclaim.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.plainclaim.access.Caller;

/** Takes out of the answer to a change what the caller may change but not read. */
@Interceptor
public final class AnswerGate {
    private static final Set<RestOperationTypeEnum> CHANGES = EnumSet.of(
            RestOperationTypeEnum.CREATE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.PATCH,
            RestOperationTypeEnum.TRANSACTION);

    private final Sight sight;
    private final Set<String> stored;

    AnswerGate(Sight sight, Set<String> stored) {
        this.sight = sight;
        this.stored = Set.copyOf(stored);
    }

    /** Looks at what is about to be written to the caller, before anybody writes down what was given out. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = -100)
    public void leaving(RequestDetails request, ResponseDetails answer) {
        IBaseResource resource = answer.getResponseResource();
        if (resource == null || !CHANGES.contains(request.getRestOperationType())) {
            return;
        }
        Caller caller = Callers.of(request);
        if (resource instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(entry -> entry.hasResource() && hidden(caller, entry.getResource()))
                    .forEach(entry -> entry.setResource(null));
        } else if (hidden(caller, resource)) {
            answer.setResponseResource(null);
        }
    }

    private boolean hidden(Caller caller, IBaseResource resource) {
        return stored.contains(resource.fhirType()) && !sight.shows(caller, resource);
    }
}
