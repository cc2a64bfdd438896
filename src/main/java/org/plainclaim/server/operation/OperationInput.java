package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param advise true to be told what to ask where something is missing
 * @param detail true to be told every check
 * @param history other sessions and claims of the patient, sent along
 */
record OperationInput(
        @Nullable JsonNode session,
        @Nullable String coverage,
        boolean dryRun,
        boolean advise,
        boolean detail,
        SentHistory history) {

    /**
     * Reads the body of a request; no body means no parameters.
     *
     * @throws BadInput if it is not a Parameters resource with the parameters that are allowed
     */
    static OperationInput of(ServletRequestDetails request, FhirContext fhir, List<String> allowed) throws BadInput {
        return new Sheet(parameters(request, fhir, allowed), allowed).input();
    }

    /** The body, which is a Parameters resource; one without parameters if there is none. */
    static JsonNode parameters(ServletRequestDetails request, FhirContext fhir, List<String> allowed) throws BadInput {
        byte[] body = request.loadRequestContents();
        if (body == null || body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode parameters = isXml(request) ? fromXml(body, fhir) : Json.parse(body);
        if (!parameters.path("resourceType").asText().equals("Parameters")) {
            throw bad("Parameters", "The body is not a Parameters resource.", allowed);
        }
        return parameters;
    }

    /** The parameters as they were sent, each at most once. */
    private static final class Sheet {
        private final Map<String, JsonNode> sent = new HashMap<>();
        private final List<String> allowed;

        Sheet(JsonNode parameters, List<String> allowed) throws BadInput {
            this.allowed = allowed;
            for (JsonNode parameter : parameters.path("parameter")) {
                String name = parameter.path("name").asText();
                if (!allowed.contains(name)) {
                    throw OperationInput.bad(
                            "Parameters.parameter.name", "The operation has no such parameter.", allowed);
                }
                if (sent.put(name, parameter) != null) {
                    throw bad(name, "must be there only once.");
                }
            }
        }

        OperationInput input() throws BadInput {
            return new OperationInput(
                    bundle("session"), coverage(), flag("dryRun"), flag("advise"), flag("detail"), history());
        }

        private SentHistory history() throws BadInput {
            JsonNode bundle = bundle("history");
            LocalDate from = date("historyFrom");
            LocalDate to = date("historyTo");
            if (bundle == null && (from != null || to != null)) {
                throw bad("historyFrom", "and historyTo speak of history, which was not sent.");
            }
            if (from != null && to != null && from.isAfter(to)) {
                throw bad("historyFrom", "must not be after historyTo.");
            }
            return new SentHistory(bundle, from, to);
        }

        private @Nullable JsonNode bundle(String name) throws BadInput {
            JsonNode parameter = sent.get(name);
            if (parameter != null
                    && !parameter.at("/resource/resourceType").asText().equals("Bundle")) {
                throw bad(name, "must be one Bundle.");
            }
            return parameter == null ? null : parameter.get("resource");
        }

        private @Nullable String coverage() throws BadInput {
            JsonNode parameter = sent.get("coverage");
            if (parameter == null) {
                return null;
            }
            JsonNode value = parameter.path("valueReference");
            JsonNode identifier = value.path("identifier");
            String reference = value.path("reference").asText();
            if (reference.isEmpty() && identifier.has("value")) {
                reference = "Coverage?identifier=" + identifier.path("system").asText() + "|"
                        + identifier.path("value").asText();
            }
            if (reference.isEmpty()) {
                throw bad("coverage", "must be one valueReference with a reference or an identifier.");
            }
            return reference;
        }

        private boolean flag(String name) throws BadInput {
            JsonNode parameter = sent.get(name);
            if (parameter != null && !parameter.path("valueBoolean").isBoolean()) {
                throw bad(name, "must be one valueBoolean.");
            }
            return parameter != null && parameter.get("valueBoolean").booleanValue();
        }

        private @Nullable LocalDate date(String name) throws BadInput {
            JsonNode parameter = sent.get(name);
            try {
                return parameter == null
                        ? null
                        : LocalDate.parse(parameter.path("valueDate").asText());
            } catch (DateTimeParseException e) {
                throw bad(name, "must be one valueDate with a day, such as 2026-03-01.");
            }
        }

        private BadInput bad(String name, String complaint) {
            return OperationInput.bad(
                    "Parameters.parameter.where(name = '" + name + "')", name + " " + complaint, allowed);
        }
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
