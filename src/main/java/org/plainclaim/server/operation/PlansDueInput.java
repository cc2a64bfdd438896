package org.plainclaim.server.operation;

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
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the worklist of plans, from the URL or from the body.
 *
 * @param by last day that is asked for
 * @param patient reference of one patient; null for all
 * @param practitioner reference of one practitioner; null for all
 * @param count plans at most
 */
record PlansDueInput(LocalDate by, @Nullable String patient, @Nullable String practitioner, int count) {
    private static final List<String> NAMES = List.of("by", "patient", "practitioner", "count");
    private static final Set<String> OF_HTTP = Set.of("_format", "_pretty");
    private static final int DAYS = 30;
    private static final int USUAL = 50;
    private static final int MOST = 200;

    static PlansDueInput of(ServletRequestDetails request, FhirContext fhir, LocalDate today) {
        Map<String, String> sent = new HashMap<>();
        request.getParameters().forEach((name, values) -> {
            if (!OF_HTTP.contains(name)) {
                put(sent, name, values.length == 1 ? values[0] : "");
            }
        });
        byte[] body = request.loadRequestContents();
        if (body != null && body.length > 0) {
            parameters(request, body, fhir).getParameter().forEach(one -> put(sent, one.getName(), value(one)));
        }
        return new PlansDueInput(
                ParameterValues.day(sent.get("by"), "by", today.plusDays(DAYS)),
                reference(sent, "patient", "Patient"),
                reference(sent, "practitioner", "Practitioner"),
                ParameterValues.number(sent.get("count"), "count", USUAL, new ParameterValues.Bounds(1, MOST)));
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

    private static String value(ParametersParameterComponent parameter) {
        if (parameter.getValue() instanceof Reference reference) {
            return reference.getReference() == null ? "" : reference.getReference();
        }
        return parameter.getValue() instanceof PrimitiveType<?> primitive ? primitive.getValueAsString() : "";
    }

    private static void put(Map<String, String> sent, String name, String value) {
        if (!NAMES.contains(name) || sent.put(name, value) != null) {
            throw new InvalidRequestException(
                    "The operation takes each of " + String.join(", ", NAMES) + " once at most.");
        }
    }

    private static @Nullable String reference(Map<String, String> sent, String name, String type) {
        String text = sent.get(name);
        if (text != null && !text.matches("(" + type + "/)?[A-Za-z0-9.-]{1,64}")) {
            throw new InvalidRequestException(name + " must be one reference, such as " + type + "/42.");
        }
        return text == null || text.startsWith(type) ? text : type + "/" + text;
    }
}
