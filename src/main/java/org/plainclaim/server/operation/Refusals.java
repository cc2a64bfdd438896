package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.IssueWriter;

/** Bad input as an HTTP answer: 400 if it can not be read at all, 422 if it is FHIR but not what was asked for. */
final class Refusals {
    private final FhirContext fhir;

    Refusals(FhirContext fhir) {
        this.fhir = fhir;
    }

    BaseServerResponseException unreadable(BadInput input) {
        return with(input, new InvalidRequestException("The body can not be read."));
    }

    BaseServerResponseException noSession(BadInput input) {
        return with(input, new UnprocessableEntityException("This is not one session of one patient."));
    }

    BaseServerResponseException noHistory(BadInput input) {
        return with(input, new UnprocessableEntityException("This is no history of the patient of the session."));
    }

    BaseServerResponseException noInstrument(BadInput input) {
        return with(input, new UnprocessableEntityException("This instrument is not known."));
    }

    private BaseServerResponseException with(BadInput input, BaseServerResponseException answer) {
        String issues = IssueWriter.problems(input.problems()).toString();
        answer.setOperationOutcome(fhir.newJsonParser().parseResource(OperationOutcome.class, issues));
        return answer;
    }
}
