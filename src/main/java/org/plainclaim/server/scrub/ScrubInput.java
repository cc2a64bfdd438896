package org.plainclaim.server.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;

/**
 * What is asked of $scrub.
 *
 * @param document the body: Parameters, or the claim in a Bundle or alone
 * @param received the day on which the payer receives the claim
 * @param documentation true to review the sessions behind a stored claim
 */
record ScrubInput(JsonNode document, LocalDate received, boolean documentation) {
    private static final List<String> RESOURCES = List.of("claim", "resource");

    /**
     * Reads a body.
     *
     * @param today the day it is without a word on it
     * @param sent true if the claim is in the body
     * @throws BadInput if a parameter is none that is defined, or none of its type
     */
    static ScrubInput of(JsonNode document, LocalDate today, boolean sent) throws BadInput {
        String type = document.path("resourceType").asText();
        if (!type.equals("Parameters")) {
            boolean body = document.isEmpty() || (sent && (type.equals("Bundle") || type.equals("Claim")));
            if (!body) {
                throw bad("Parameters", "The body is not a Parameters resource.");
            }
            return new ScrubInput(document, today, true);
        }
        LocalDate received = today;
        boolean documentation = true;
        for (JsonNode parameter : document.path("parameter")) {
            String name = parameter.path("name").asText();
            switch (name) {
                case "received" -> received = day(parameter);
                case "documentation" -> documentation = flag(parameter);
                default -> {
                    if (!sent || !RESOURCES.contains(name)) {
                        throw bad("Parameters.parameter.name", "The operation has no such parameter here.");
                    }
                }
            }
        }
        return new ScrubInput(document, received, documentation);
    }

    private static LocalDate day(JsonNode parameter) throws BadInput {
        try {
            return LocalDate.parse(parameter.path("valueDate").asText());
        } catch (DateTimeParseException e) {
            throw bad(
                    "Parameters.parameter.where(name = 'received')",
                    "received must be one valueDate with a day, such as 2026-03-01.");
        }
    }

    private static boolean flag(JsonNode parameter) throws BadInput {
        if (!parameter.path("valueBoolean").isBoolean()) {
            throw bad("Parameters.parameter.where(name = 'documentation')", "documentation must be one valueBoolean.");
        }
        return parameter.path("valueBoolean").booleanValue();
    }

    private static BadInput bad(String expression, String message) {
        return new BadInput(List.of(new InputProblem(
                "invalid",
                expression,
                message,
                "Send Parameters with claim (Claim or Bundle) and resource (what it refers to) at the type level; at"
                        + " both levels received and documentation.")));
    }
}
