package org.plainclaim.server.http;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Decision;
import org.plainclaim.server.access.Gate;

/**
 * A request refused before it reaches the FHIR server, as an OperationOutcome.
 *
 * @param status HTTP status
 * @param code issue type of R4's value set
 * @param diagnostics what is wrong and what to do, in plain words
 */
public record Refusal(int status, String code, String diagnostics) {
    /** A refusal with what to do next. */
    public static Refusal of(int status, String code, String diagnostics) {
        return new Refusal(status, code, diagnostics);
    }

    /** What a caller is answered who may not do this. */
    public static Refusal forbidden(Decision decision) {
        return of(403, "forbidden", Gate.words(decision));
    }

    /** Throws the refusal, if there is one, where the FHIR server already runs. */
    static void orPass(@Nullable Refusal refusal) {
        if (refusal != null) {
            throw BaseServerResponseException.newInstance(refusal.status, refusal.diagnostics);
        }
    }

    /** Writes it in the format that the client asked for. */
    public void writeTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean xml = Formats.prefersXml(request);
        byte[] body = (xml ? xml() : json()).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType((xml ? Formats.XML : Formats.JSON) + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    String json() {
        return "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"" + code
                + "\",\"diagnostics\":\"" + Escape.json(diagnostics) + "\"}]}";
    }

    private String xml() {
        return "<OperationOutcome xmlns=\"http://hl7.org/fhir\"><issue><severity value=\"error\"/><code value=\"" + code
                + "\"/><diagnostics value=\"" + Escape.xml(diagnostics) + "\"/></issue></OperationOutcome>";
    }

    OperationOutcome outcome() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.fromCode(code))
                .setDiagnostics(diagnostics);
        return outcome;
    }
}
