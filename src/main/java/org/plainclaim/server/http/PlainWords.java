package org.plainclaim.server.http;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;

/** Takes the library's own marks (error numbers, class names) out of a message. */
final class PlainWords {
    private PlainWords() {}

    static String of(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return "The request can not be served.";
        }
        return message.replaceAll("HAPI-[0-9]+: ", "")
                .replaceAll(
                        "DataFormatException at \\[\\[[^\\]]*\\]: \\[([0-9]+),([0-9]+)\\]\\]: ", "line $1, column $2: ")
                .replaceAll("(?:[a-z0-9_]+\\.){2,}([A-Z][A-Za-z0-9_$]*)(?:Exception|Error): ", "")
                .replaceAll("(?<![/:\\w.])(?:ca|org|com|java|jakarta)\\.(?:[a-z0-9_]+\\.)+([A-Z][A-Za-z0-9_$]*)", "$1")
                .strip();
    }

    static OperationOutcome in(OperationOutcome outcome) {
        outcome.getIssue().stream()
                .filter(OperationOutcome.OperationOutcomeIssueComponent::hasDiagnostics)
                .forEach(issue -> issue.setDiagnostics(of(issue.getDiagnostics())));
        return outcome;
    }
}
