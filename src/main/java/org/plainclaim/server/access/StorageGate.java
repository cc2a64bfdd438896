package org.plainclaim.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Interaction;

/** Looks at every resource that leaves the store for a caller, or that a caller puts there. */
@Interceptor
public final class StorageGate {
    private final Sight sight;

    StorageGate(Sight sight) {
        this.sight = sight;
    }

    /** Leaves out what the caller may not see: of includes, of histories, of what a change answers. */
    @Hook(value = Pointcut.STORAGE_PRESHOW_RESOURCES, order = -100)
    public void show(IPreResourceShowDetails details, @Nullable RequestDetails request) {
        Caller caller = caller(request);
        for (int i = 0; i < details.size() && !caller.isOurs(); i++) {
            IBaseResource resource = details.getResource(i);
            if (resource != null && !sight.shows(caller, resource)) {
                details.setResource(i, null);
            }
        }
    }

    /** Looks at a resource that is new. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = -100)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        require(request, resource, Interaction.CREATE, Interaction.UPDATE);
    }

    /** Looks at a resource as it was, unless others only referred to it so far, and as it is to be. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = -100)
    public void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (before != null) {
            require(request, before, Interaction.UPDATE);
        }
        require(request, after, Interaction.UPDATE);
    }

    /** Looks at a resource that is to go; one that others only referred to so far has nothing to look at. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED, order = -100)
    public void deleted(@Nullable IBaseResource resource, @Nullable RequestDetails request) {
        if (resource != null) {
            require(request, resource, Interaction.DELETE);
        }
    }

    private void require(@Nullable RequestDetails request, IBaseResource resource, Interaction... interactions) {
        Caller caller = caller(request);
        boolean operation = request != null
                && request.getOperation() != null
                && request.getOperation().startsWith("$");
        // what an operation changes was settled when it was called
        if (!caller.isOurs() && !operation && !sight.may(caller, resource, interactions)) {
            throw new ForbiddenOperationException(
                    "This is not allowed: the token does not reach this " + resource.fhirType() + ".");
        }
    }

    private static Caller caller(@Nullable RequestDetails request) {
        return request == null ? Caller.system() : Callers.of(request);
    }
}
