package org.plainclaim.server.longwork;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.server.http.Formats;

/** The answers of FHIR's asynchronous request pattern, which say more by status and headers than by the body. */
final class StatusAnswer {
    private static final String STATUS = "/$long-work-status?id=";

    private final FhirContext fhir;

    StatusAnswer(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** It was taken in; where to ask how it gets on. */
    void accepted(ServletRequestDetails request, LongWork work) throws IOException {
        request.getServletResponse().setHeader("Content-Location", request.getFhirServerBase() + STATUS + work.id());
        write(request, HttpServletResponse.SC_ACCEPTED, outcome(IssueType.INFORMATIONAL, progress(work)));
    }

    /** It is not done yet. */
    void going(ServletRequestDetails request, LongWork work, long now) throws IOException {
        HttpServletResponse response = request.getServletResponse();
        long left = work.secondsLeft(now);
        String ready = left < 0 ? "" : ", about " + left + " seconds left";
        response.setHeader("X-Progress", progress(work) + ready);
        response.setHeader("Retry-After", left < 0 || left > 20 ? "5" : "1");
        write(request, HttpServletResponse.SC_ACCEPTED, outcome(IssueType.INFORMATIONAL, progress(work) + ready));
    }

    /** It is done, with this answer. */
    void done(ServletRequestDetails request, Parameters answer, long ended) throws IOException {
        Bundle bundle = new Bundle().setType(BundleType.BATCHRESPONSE);
        bundle.addEntry()
                .setResource(answer)
                .getResponse()
                .setStatus("200 OK")
                .setLastModifiedElement(WorkAnswer.moment(ended));
        write(request, HttpServletResponse.SC_OK, bundle);
    }

    /** It was cancelled. */
    void cancelled(ServletRequestDetails request) throws IOException {
        write(
                request,
                HttpServletResponse.SC_ACCEPTED,
                outcome(
                        IssueType.INFORMATIONAL,
                        "Cancelled: what was done stays done; $long-work-resume goes on with the rest."));
    }

    private static String progress(LongWork work) {
        return work.done() + " of " + work.total() + " sessions";
    }

    private static OperationOutcome outcome(IssueType type, String words) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.INFORMATION).setCode(type).setDiagnostics(words);
        return outcome;
    }

    private void write(ServletRequestDetails request, int status, Resource resource) throws IOException {
        boolean xml = Formats.prefersXml(request.getServletRequest());
        var parser = xml ? fhir.newXmlParser() : fhir.newJsonParser();
        byte[] body = parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        HttpServletResponse response = request.getServletResponse();
        response.setStatus(status);
        response.setContentType((xml ? Formats.XML : Formats.JSON) + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
