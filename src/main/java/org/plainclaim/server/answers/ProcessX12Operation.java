package org.plainclaim.server.answers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.IOException;
import java.util.Locale;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Takes a file of a payer over HTTP and applies it, as if it had come from the partner's folder. */
public final class ProcessX12Operation {
    private final FhirContext fhir;
    private final AnswerIntake intake;
    private final AnswerFiles files;

    ProcessX12Operation(FhirContext fhir, AnswerIntake intake, AnswerFiles files) {
        this.fhir = fhir;
        this.intake = intake;
        this.files = files;
    }

    /** Applies the file; the same bytes again change nothing and say so. */
    @Operation(name = "$process-x12", manualRequest = true)
    public Parameters process(ServletRequestDetails request) {
        ProcessInput input = ProcessInput.of(request, fhir);
        try {
            return applied(intake.receive(input.partner(), input.name(), input.file()));
        } catch (IOException e) {
            throw new ResourceVersionConflictException("The file could not be kept; send it again.");
        }
    }

    private Parameters applied(String digest) throws IOException {
        AnswerFile file = files.find(digest).orElseThrow();
        try {
            if (file.state() == AnswerFile.State.RECEIVED) {
                AnswerReport report = intake.apply(file);
                intake.applyParked();
                return answer(digest, report, files.acknowledgment(digest).orElse(null));
            }
        } catch (RemittanceStep.OvertakenException e) {
            file = files.find(digest).orElseThrow();
            if (file.state() == AnswerFile.State.RECEIVED) {
                throw new ResourceVersionConflictException("The file is being applied by another call; send it again.");
            }
        }
        return known(file, files.acknowledgment(digest).orElse(null));
    }

    private static Parameters known(AnswerFile file, byte @Nullable [] acknowledgment) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("state").setValue(new CodeType("known"));
        answer.addParameter().setName("digest").setValue(new StringType(file.digest()));
        answer.addParameter()
                .setName("earlier")
                .setValue(new CodeType(file.state().name().toLowerCase(Locale.ROOT)));
        if (acknowledgment != null) {
            answer.addParameter().setName("acknowledgment").setValue(new Base64BinaryType(acknowledgment));
        }
        return answer;
    }

    private static Parameters answer(String digest, AnswerReport report, byte @Nullable [] acknowledgment) {
        if (report.nothing()) {
            throw new UnprocessableEntityException("Nothing of the file is applied.", outcome(report));
        }
        Parameters answer = new Parameters();
        String state = report.refused().isEmpty() ? "applied" : "partly-refused";
        answer.addParameter().setName("state").setValue(new CodeType(state));
        answer.addParameter().setName("digest").setValue(new StringType(digest));
        answer.addParameter().setName("applied").setValue(new IntegerType(report.applied()));
        answer.addParameter().setName("waiting").setValue(new IntegerType(report.unmatched()));
        answer.addParameter().setName("repeated").setValue(new IntegerType(report.duplicates()));
        if (!report.refused().isEmpty()) {
            answer.addParameter().setName("refused").setResource(outcome(report));
        }
        if (acknowledgment != null) {
            answer.addParameter().setName("acknowledgment").setValue(new Base64BinaryType(acknowledgment));
        }
        return answer;
    }

    private static OperationOutcome outcome(AnswerReport report) {
        OperationOutcome outcome = new OperationOutcome();
        for (String sentence : report.refused()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(report.isAside() ? IssueType.BUSINESSRULE : IssueType.INVALID)
                    .setDiagnostics(sentence + " " + report.advice())
                    .addExpression("Parameters.parameter.where(name = 'file')");
        }
        return outcome;
    }
}
