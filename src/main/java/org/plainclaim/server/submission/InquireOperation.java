package org.plainclaim.server.submission;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Asks the payer what became of a request for prior authorization (Da Vinci PAS). */
public final class InquireOperation {
    private static final String NAME = "$inquire";

    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final @Nullable AuthorizationDesk authorizations;

    InquireOperation(DaoRegistry daos, @Nullable AuthorizationDesk authorizations) {
        this.fhir = daos.getResourceDao(Claim.class).getContext();
        this.daos = daos;
        this.authorizations = authorizations;
    }

    /** Asks about the Claim in the request, which is known by its id or identifier. */
    @Operation(name = NAME, typeName = "Claim", manualRequest = true)
    public Parameters sent(ServletRequestDetails request) {
        SubmitInput input = SubmitInput.of(request, fhir);
        if (input.claim() != null) {
            return asked(new IdType(input.claim()).getIdPart());
        }
        Resource resource = input.resource();
        if (resource == null || input.coverage() != null) {
            throw new InvalidRequestException(
                    "Send Parameters with resource: a Bundle with the Claim of the request, or a reference of it.");
        }
        return desk().inquire(resource);
    }

    /** Asks about a stored Claim. */
    @Operation(name = NAME, typeName = "Claim", manualRequest = true)
    public Parameters stored(@IdParam IdType claim, ServletRequestDetails request) {
        SubmitInput input = SubmitInput.of(request, fhir);
        if (input.resource() != null || input.claim() != null || input.coverage() != null) {
            throw new InvalidRequestException("The Claim is the one of the address; leave the parameters out.");
        }
        return asked(claim.getIdPart());
    }

    private Parameters asked(String id) {
        return desk().inquire(
                        daos.getResourceDao(Claim.class).read(new IdType("Claim", id), new SystemRequestDetails()));
    }

    private AuthorizationDesk desk() {
        return SubmitOperation.desk(authorizations);
    }
}
