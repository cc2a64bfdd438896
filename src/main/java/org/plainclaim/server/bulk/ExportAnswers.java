package org.plainclaim.server.bulk;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.plainclaim.server.access.Callers;

/** What the operations of an export have in common. */
final class ExportAnswers {
    private ExportAnswers() {}

    /**
     * The export that a request is about.
     *
     * @throws ResourceNotFoundException if there is none, or if somebody else asked for it
     */
    static Export asked(Exports exports, ServletRequestDetails request) {
        return exports.find(parameter(request, "job"), ExportOperation.owner(Callers.of(request)))
                .orElseThrow(() -> new ResourceNotFoundException(
                        "There is no such export, or it is older than 24 hours; ask for it again."));
    }

    /** The one value of a parameter. */
    static String parameter(ServletRequestDetails request, String name) {
        String[] given = request.getParameters().get(name);
        if (given == null || given.length != 1) {
            throw new InvalidRequestException("Name the " + name + " once, as the manifest does.");
        }
        return given[0];
    }

    static void outcome(HttpServletResponse response, String text) throws IOException {
        json(response, "application/fhir+json", outcome(text));
    }

    static ObjectNode outcome(String text) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        outcome.putArray("issue")
                .addObject()
                .put("severity", "information")
                .put("code", "informational")
                .put("diagnostics", text);
        return outcome;
    }

    static void json(HttpServletResponse response, String type, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
