package org.plainclaim.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.plainclaim.server.profile.ProfileValidation;

/** {@code $validate} for one stored type: a resource sent, or one already stored. */
public final class ValidateEndpoint<T extends IBaseResource> implements IResourceProvider {
    private final IFhirResourceDao<T> dao;
    private final FhirContext fhir;
    private final ProfileValidation validator;

    public ValidateEndpoint(IFhirResourceDao<T> dao, FhirContext fhir, ProfileValidation validator) {
        this.dao = dao;
        this.fhir = fhir;
        this.validator = validator;
    }

    @Override
    public Class<T> getResourceType() {
        return dao.getResourceType();
    }

    /** Validates the resource in the body, alone or in Parameters. */
    @Operation(name = "$validate", manualRequest = true)
    public OperationOutcome ofType(RequestDetails request) {
        return answer(ValidationRequest.read(fhir, request), request);
    }

    /** Validates the resource in the body, or the stored one if there is none. */
    @Operation(name = "$validate", manualRequest = true, idempotent = true)
    public OperationOutcome ofInstance(@IdParam IIdType id, RequestDetails request) {
        ValidationRequest asked = ValidationRequest.read(fhir, request);
        if (asked.resource() == null) {
            T found = dao.read(id, request);
            if (found == null) {
                // the caller may not see it, and so not know that it is there
                throw new ResourceNotFoundException(
                        "Resource " + id.toUnqualifiedVersionless().getValue() + " is not known");
            }
            String stored = fhir.newJsonParser().encodeResourceToString(found);
            return answer(new ValidationRequest(stored, asked.mode(), asked.profiles()), request);
        }
        return answer(asked, request);
    }

    private OperationOutcome answer(ValidationRequest asked, RequestDetails request) {
        return asked.mode().equals("delete")
                ? information("Nothing here forbids the delete; references to the resource may, when it is tried.")
                : validator.validate(asked.require(request.getResourceName()), List.copyOf(asked.profiles()));
    }

    private static OperationOutcome information(String text) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.INFORMATION)
                .setCode(OperationOutcome.IssueType.INFORMATIONAL)
                .setDiagnostics(text);
        return outcome;
    }
}
