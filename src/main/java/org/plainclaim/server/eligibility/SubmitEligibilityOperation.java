package org.plainclaim.server.eligibility;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.IssueWriter;

/** The standard operation: puts a question to who pays, and answers with the stored response. */
public final class SubmitEligibilityOperation {
    private final FhirContext fhir;
    private final Eligibilities eligibilities;

    public SubmitEligibilityOperation(FhirContext fhir, Eligibilities eligibilities) {
        this.fhir = fhir;
        this.eligibilities = eligibilities;
    }

    /** Asks; the same identifier again is the same question. */
    @Operation(name = "$submit", typeName = "CoverageEligibilityRequest", manualRequest = true)
    public CoverageEligibilityResponse submit(ServletRequestDetails request) {
        try {
            return eligibilities.submit(SubmittedRequest.of(request, fhir));
        } catch (BadInput e) {
            UnprocessableEntityException refused =
                    new UnprocessableEntityException("The question can not be put as it is.");
            String issues = IssueWriter.problems(e.problems()).toString();
            refused.setOperationOutcome(fhir.newJsonParser().parseResource(OperationOutcome.class, issues));
            throw refused;
        }
    }
}
