package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;

/**
 * The parameters of measure-trend, in the URL or in the body.
 *
 * @param instrument the only instrument asked for; null for all
 * @param from first day; null for the usual reach
 * @param to last day; null for today
 */
record TrendInput(@Nullable String instrument, @Nullable LocalDate from, @Nullable LocalDate to) {
    private static final List<String> ALLOWED = List.of("instrument", "from", "to");

    /**
     * Reads a request; no parameters means everything.
     *
     * @throws BadInput if the body is none, or a parameter is none that is allowed
     */
    static TrendInput of(ServletRequestDetails request, FhirContext fhir) throws BadInput {
        Map<String, String> sent = new HashMap<>();
        for (JsonNode parameter :
                OperationInput.parameters(request, fhir, ALLOWED).path("parameter")) {
            String value = parameter
                    .path(parameter.path("name").asText().equals("instrument") ? "valueCode" : "valueDate")
                    .asText();
            put(parameter.path("name").asText(), value, sent);
        }
        for (Map.Entry<String, String[]> parameter : request.getParameters().entrySet()) {
            if (!parameter.getKey().startsWith("_")) {
                put(parameter.getKey(), String.join(",", parameter.getValue()), sent);
            }
        }
        TrendInput input = new TrendInput(sent.get("instrument"), date("from", sent), date("to", sent));
        if (input.from != null && input.to != null && input.from.isAfter(input.to)) {
            throw bad("from", "must not be after to.");
        }
        return input;
    }

    private static void put(String name, String value, Map<String, String> sent) throws BadInput {
        if (!ALLOWED.contains(name)) {
            throw bad(name, "is no parameter of the operation.");
        }
        if (value.isEmpty()) {
            throw bad(name, name.equals("instrument") ? "must be one valueCode." : "must be one valueDate with a day.");
        }
        if (sent.put(name, value) != null) {
            throw bad(name, "must be there only once.");
        }
    }

    private static @Nullable LocalDate date(String name, Map<String, String> sent) throws BadInput {
        String value = sent.get(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw bad(name, "must be one valueDate with a day, such as 2026-03-01.");
        }
    }

    private static BadInput bad(String name, String complaint) {
        return new BadInput(List.of(new InputProblem(
                "invalid",
                "Parameters.parameter.where(name = '" + name + "')",
                name + " " + complaint,
                "Send Parameters with " + String.join(", ", ALLOWED) + ", or none.")));
    }
}
