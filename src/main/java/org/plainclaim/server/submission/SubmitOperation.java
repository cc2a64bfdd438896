package org.plainclaim.server.submission;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Submits a Claim to its payer, or a request for prior authorization to who takes those. */
public final class SubmitOperation {
    private static final String NAME = "$submit";

    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final Submitting submitting;
    private final SentAlong sentAlong;
    private final @Nullable AuthorizationDesk authorizations;

    SubmitOperation(
            DaoRegistry daos, Submitting submitting, SentAlong sentAlong, @Nullable AuthorizationDesk authorizations) {
        this.fhir = daos.getResourceDao(Claim.class).getContext();
        this.daos = daos;
        this.submitting = submitting;
        this.sentAlong = sentAlong;
        this.authorizations = authorizations;
    }

    /** Submits what is in the request, or a stored Claim that it refers to. */
    @Operation(name = NAME, typeName = "Claim", manualRequest = true)
    public IBaseResource sent(ServletRequestDetails request) {
        SubmitInput input = SubmitInput.of(request, fhir);
        if (input.claim() != null) {
            return stored(new IdType(input.claim()).getIdPart(), input.coverage());
        }
        Claim claim = input.sentClaim();
        if (claim == null || input.resource() == null) {
            throw new InvalidRequestException("There is nothing to submit; send a Claim, a Bundle with a Claim, or"
                    + " Parameters with one of them as resource.");
        }
        if (claim.getUse() == Claim.Use.PREAUTHORIZATION) {
            return desk().request(input.resource());
        }
        return submitting.submit(sentAlong.store(input.resource(), claim), input.coverage());
    }

    /** Submits a stored Claim. */
    @Operation(name = NAME, typeName = "Claim", manualRequest = true)
    public IBaseResource stored(@IdParam IdType claim, ServletRequestDetails request) {
        SubmitInput input = SubmitInput.of(request, fhir);
        if (input.resource() != null || input.claim() != null) {
            throw new InvalidRequestException("The Claim is the one of the address; leave resource out.");
        }
        return stored(claim.getIdPart(), input.coverage());
    }

    private Resource stored(String id, @Nullable String coverage) {
        Claim claim = daos.getResourceDao(Claim.class).read(new IdType("Claim", id), new SystemRequestDetails());
        return claim.getUse() == Claim.Use.PREAUTHORIZATION ? desk().request(claim) : submitting.submit(id, coverage);
    }

    private AuthorizationDesk desk() {
        return desk(authorizations);
    }

    static AuthorizationDesk desk(@Nullable AuthorizationDesk authorizations) {
        if (authorizations == null) {
            throw Unfit.because(
                    "Claim.use",
                    "This server takes no requests for prior authorization.",
                    "Ask the payer for the authorization, and send its number in Claim.insurance.preAuthRef.");
        }
        return authorizations;
    }
}
