package org.plainclaim.server.submission;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A claim that can not be submitted as it is: 422 with the element and the next step. */
final class Unfit {
    private Unfit() {}

    static UnprocessableEntityException because(String element, String message, String fix) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.BUSINESSRULE)
                .setDiagnostics(fix)
                .addExpression(element)
                .getDetails()
                .setText(message);
        UnprocessableEntityException answer = new UnprocessableEntityException(message);
        answer.setOperationOutcome(outcome);
        return answer;
    }
}
