package org.plainclaim.server.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Decision;
import org.plainclaim.access.Interaction;

/** Looks at every resource that leaves the store for a caller, or that a caller puts there. */
@Interceptor
public final class StorageGate {
    private final Gate gate;
    private final Instances instances;

    StorageGate(Gate gate, Instances instances) {
        this.gate = gate;
        this.instances = instances;
    }

    /** Leaves out what the caller may not see: of includes, of histories, of what a change answers. */
    @Hook(value = Pointcut.STORAGE_PRESHOW_RESOURCES, order = -100)
    public void show(IPreResourceShowDetails details, @Nullable RequestDetails request) {
        Caller caller = caller(request);
        for (int i = 0; i < details.size() && !caller.isOurs(); i++) {
            IBaseResource resource = details.getResource(i);
            if (resource != null && !may(caller, resource, Interaction.READ, Interaction.SEARCH)) {
                details.setResource(i, null);
            }
        }
    }

    /** Looks at a resource that is new. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = -100)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        require(request, resource, Interaction.CREATE, Interaction.UPDATE);
    }

    /** Looks at a resource as it was and as it is to be. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = -100)
    public void updated(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        require(request, before, Interaction.UPDATE);
        require(request, after, Interaction.UPDATE);
    }

    /** Looks at a resource that is to go. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED, order = -100)
    public void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        require(request, resource, Interaction.DELETE);
    }

    private void require(@Nullable RequestDetails request, IBaseResource resource, Interaction... interactions) {
        Caller caller = caller(request);
        boolean operation = request != null
                && request.getOperation() != null
                && request.getOperation().startsWith("$");
        // what an operation changes was settled when it was called
        if (!caller.isOurs() && !operation && !may(caller, resource, interactions)) {
            throw new ForbiddenOperationException(
                    "This is not allowed: the token does not reach this " + resource.fhirType() + ".");
        }
    }

    private boolean may(Caller caller, IBaseResource resource, Interaction... interactions) {
        return Stream.of(interactions).anyMatch(interaction -> {
            Decision decision = gate.look(caller, Asked.to(interaction, resource.fhirType()));
            return decision.allowed() && instances.reaches(caller, decision.reach(), resource);
        });
    }

    private static Caller caller(@Nullable RequestDetails request) {
        return request == null ? Caller.system() : Callers.of(request);
    }
}
