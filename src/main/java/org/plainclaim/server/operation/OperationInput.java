package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.Json;

/**
 * The parameters of an operation on a session.
 *
 * @param session the session sent along; null if none was
 * @param coverage reference of the coverage to bill; null to let the coverages decide
 * @param dryRun true to store nothing
 */
record OperationInput(@Nullable JsonNode session, @Nullable String coverage, boolean dryRun) {
    private static final OperationInput NOTHING = new OperationInput(null, null, false);

    /**
     * Reads the body of a request; no body means no parameters.
     *
     * @throws BadInput if it is not a Parameters resource with the parameters that are allowed
     */
    static OperationInput of(ServletRequestDetails request, FhirContext fhir, List<String> allowed) throws BadInput {
        byte[] body = request.loadRequestContents();
        if (body == null || body.length == 0) {
            return NOTHING;
        }
        JsonNode parameters = isXml(request) ? fromXml(body, fhir) : Json.parse(body);
        if (!parameters.path("resourceType").asText().equals("Parameters")) {
            throw bad("Parameters", "The body is not a Parameters resource.", allowed);
        }
        OperationInput input = NOTHING;
        for (JsonNode parameter : parameters.path("parameter")) {
            input = input.with(parameter, allowed);
        }
        return input;
    }

    private OperationInput with(JsonNode parameter, List<String> allowed) throws BadInput {
        String name = parameter.path("name").asText();
        if (!allowed.contains(name)) {
            throw bad("Parameters.parameter.name", "The operation has no such parameter.", allowed);
        }
        String place = "Parameters.parameter.where(name = '" + name + "')";
        return switch (name) {
            case "session" -> withSession(parameter.path("resource"), place, allowed);
            case "coverage" -> withCoverage(parameter.path("valueReference"), place, allowed);
            default -> withDryRun(parameter.path("valueBoolean"), place, allowed);
        };
    }

    private OperationInput withSession(JsonNode value, String place, List<String> allowed) throws BadInput {
        if (session != null || !value.path("resourceType").asText().equals("Bundle")) {
            throw bad(place, "session must be one Bundle.", allowed);
        }
        return new OperationInput(value, coverage, dryRun);
    }

    private OperationInput withCoverage(JsonNode value, String place, List<String> allowed) throws BadInput {
        JsonNode identifier = value.path("identifier");
        String reference = value.path("reference").asText();
        if (reference.isEmpty() && identifier.has("value")) {
            reference = "Coverage?identifier=" + identifier.path("system").asText() + "|"
                    + identifier.path("value").asText();
        }
        if (coverage != null || reference.isEmpty()) {
            throw bad(place, "coverage must be one valueReference with a reference or an identifier.", allowed);
        }
        return new OperationInput(session, reference, dryRun);
    }

    private OperationInput withDryRun(JsonNode value, String place, List<String> allowed) throws BadInput {
        if (!value.isBoolean()) {
            throw bad(place, "dryRun must be one valueBoolean.", allowed);
        }
        return new OperationInput(session, coverage, value.booleanValue());
    }

    private static boolean isXml(ServletRequestDetails request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).contains("xml");
    }

    private static JsonNode fromXml(byte[] body, FhirContext fhir) throws BadInput {
        try {
            var resource = fhir.newXmlParser().parseResource(new String(body, StandardCharsets.UTF_8));
            return Json.parse(fhir.newJsonParser().encodeResourceToString(resource));
        } catch (DataFormatException e) {
            throw new InvalidRequestException("The body is not FHIR R4 XML; send a Parameters resource.", e);
        }
    }

    private static BadInput bad(String place, String message, List<String> allowed) {
        return new BadInput(List.of(new InputProblem(
                "invalid", place, message, "Send Parameters with " + String.join(", ", allowed) + ", or no body.")));
    }
}
