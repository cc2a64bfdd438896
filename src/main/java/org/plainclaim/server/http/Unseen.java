package org.plainclaim.server.http;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.plainclaim.access.Caller;

/** Takes out of messages the names of resources that the caller did not ask about, and may not be allowed to see. */
final class Unseen {
    private static final Pattern REFERRING = Pattern.compile("First reference found was resource \\S+ in path \\S+");

    private Unseen() {}

    static String words(Caller caller, String message) {
        return caller.isOurs() ? message : REFERRING.matcher(message).replaceAll("It is not named here");
    }

    static OperationOutcome in(Caller caller, OperationOutcome outcome) {
        outcome.getIssue().stream()
                .filter(OperationOutcome.OperationOutcomeIssueComponent::hasDiagnostics)
                .forEach(issue -> issue.setDiagnostics(words(caller, issue.getDiagnostics())));
        return outcome;
    }
}
