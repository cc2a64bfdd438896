package org.plainclaim.server.answers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.plainclaim.server.operation.ParameterValues;
import org.plainclaim.server.operation.ParameterValues.Bounds;

/**
 * Which denials are asked for.
 *
 * @param from first day
 * @param to last day
 * @param payer number of the payer; empty for all
 * @param reason reason or status code; empty for all
 * @param rule edit that should have caught it, or {@code rule-gap}; empty for all
 * @param count denials listed at most
 * @param offset how many of them to leave out
 */
record DenialsInput(LocalDate from, LocalDate to, String payer, String reason, String rule, int count, int offset) {
    private static final List<String> NAMES =
            List.of("periodStart", "periodEnd", "payer", "reason", "rule", "count", "offset");
    private static final Set<String> OF_HTTP = Set.of("_format", "_pretty");
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int FARTHEST = 1_000_000;
    private static final int DAYS = 90;

    static DenialsInput of(ServletRequestDetails request, FhirContext fhir, LocalDate today) {
        Map<String, String> sent = new HashMap<>();
        request.getParameters().forEach((name, values) -> {
            if (!OF_HTTP.contains(name)) {
                put(sent, name, values.length == 1 ? values[0] : "");
            }
        });
        byte[] body = request.loadRequestContents();
        if (body != null && body.length > 0) {
            parameters(request, body, fhir)
                    .getParameter()
                    .forEach(one -> put(
                            sent,
                            one.getName(),
                            one.getValue() instanceof PrimitiveType<?> value ? value.getValueAsString() : ""));
        }
        LocalDate to = ParameterValues.day(sent.get("periodEnd"), "periodEnd", today);
        LocalDate from = ParameterValues.day(sent.get("periodStart"), "periodStart", to.minusDays(DAYS));
        ParameterValues.inOrder(from, to);
        return new DenialsInput(
                from,
                to,
                sent.getOrDefault("payer", ""),
                sent.getOrDefault("reason", ""),
                sent.getOrDefault("rule", ""),
                ParameterValues.number(sent.get("count"), "count", USUAL, new Bounds(1, MOST)),
                ParameterValues.number(sent.get("offset"), "offset", 0, new Bounds(0, FARTHEST)));
    }

    private static Parameters parameters(ServletRequestDetails request, byte[] body, FhirContext fhir) {
        EncodingEnum encoding = EncodingEnum.forContentType(request.getHeader("Content-Type"));
        var parser = encoding == EncodingEnum.XML ? fhir.newXmlParser() : fhir.newJsonParser();
        try {
            if (parser.parseResource(new String(body, StandardCharsets.UTF_8)) instanceof Parameters parameters) {
                return parameters;
            }
        } catch (DataFormatException malformed) {
            throw new InvalidRequestException(
                    "The body is not FHIR R4; send a Parameters resource, or none.", malformed);
        }
        throw new InvalidRequestException("The body is not a Parameters resource; send one, or none.");
    }

    private static void put(Map<String, String> sent, String name, String value) {
        if (!NAMES.contains(name) || sent.put(name, value) != null || value.isEmpty() || value.length() > 100) {
            throw new InvalidRequestException("The operation takes each of " + String.join(", ", NAMES)
                    + " once at most, with one value of at most 100 characters.");
        }
    }
}
