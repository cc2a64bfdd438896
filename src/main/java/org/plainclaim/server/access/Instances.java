package org.plainclaim.server.access;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.util.FhirTerser;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Decision;
import org.plainclaim.access.Reach;
import org.plainclaim.access.Scope;
import org.plainclaim.access.Scopes.Launch;

/** Whether single resources are among those that a caller reaches. */
final class Instances {
    private final Scoped scoped;
    private final SearchParamMatcher matcher;
    private final FhirTerser terser;

    Instances(Scoped scoped, SearchParamMatcher matcher, FhirTerser terser) {
        this.scoped = scoped;
        this.matcher = matcher;
        this.terser = terser;
    }

    /**
     * Holds a request that names no resource to all of them.
     *
     * @throws ForbiddenOperationException if only some are reached
     */
    static void requireEverything(Asked asked, Decision decision) {
        if (!decision.reach().everything()) {
            throw new ForbiddenOperationException("This is not allowed: " + asked.action() + " asks all of "
                    + asked.type() + ", and the token reaches only some.");
        }
    }

    /**
     * Looks at the stored resource that a request names.
     *
     * @throws ResourceNotFoundException if it is not reached, in the words used where there is none
     */
    void requireReached(Caller caller, Decision decision, IIdType id) {
        Launch launch = caller.scopes().launch();
        boolean reached = decision.reach().everything()
                || decision.reach().scopes().stream().anyMatch(scope -> scoped.finds(scope, id, launch));
        if (!reached) {
            throw new ResourceNotFoundException(
                    "Resource " + id.toUnqualifiedVersionless().getValue() + " is not known");
        }
    }

    /** Whether the resource, stored or not, is among those reached. */
    boolean reaches(Caller caller, Reach reach, IBaseResource resource) {
        Launch launch = caller.scopes().launch();
        return reach.everything() || reach.scopes().stream().anyMatch(scope -> matches(scope, resource, launch));
    }

    private boolean matches(Scope scope, IBaseResource resource, Launch launch) {
        String type = resource.fhirType();
        if (scoped.search(scope, type, launch).isEmpty()) {
            return false;
        }
        if (scope.context() == Scope.Context.PATIENT
                && !belongs(resource, launch.patient().orElse(""))) {
            return false;
        }
        if (scope.query().isEmpty()) {
            return true;
        }
        InMemoryMatchResult result = matcher.match(type + "?" + scope.query(), resource, new SystemRequestDetails());
        return result.supported()
                ? result.matched()
                : resource.getIdElement().hasIdPart() && scoped.finds(scope, typed(resource), launch);
    }

    private boolean belongs(IBaseResource resource, String patient) {
        return resource.fhirType().equals("Patient")
                ? patient.equals(resource.getIdElement().getIdPart())
                : terser.isSourceInCompartmentForTarget("Patient", resource, new IdType("Patient", patient));
    }

    private static IIdType typed(IBaseResource resource) {
        return new IdType(resource.fhirType(), resource.getIdElement().getIdPart());
    }
}
