package org.plainclaim.server.http;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.plainclaim.access.Caller;

/** Says in plain words why single entries of a batch failed. */
final class EntryOutcomes {
    private EntryOutcomes() {}

    static Bundle plain(Bundle answer, Caller caller) {
        answer.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResponse)
                .filter(response -> response.getOutcome() instanceof OperationOutcome)
                .forEach(response -> plain(response, caller));
        return answer;
    }

    private static void plain(BundleEntryResponseComponent response, Caller caller) {
        OperationOutcome outcome = Unseen.in(caller, PlainWords.in((OperationOutcome) response.getOutcome()));
        int status = Integer.parseInt(response.getStatus().substring(0, 3));
        outcome.getIssue().stream()
                .filter(issue -> issue.getSeverity() == IssueSeverity.ERROR)
                .forEach(issue -> plain(issue, status));
    }

    private static void plain(OperationOutcomeIssueComponent issue, int status) {
        issue.setCode(IssueType.fromCode(IssueCodes.forStatus(status)));
        if (status >= 500) {
            issue.setDiagnostics("The server failed on this entry; nothing of it was stored.");
        }
    }
}
