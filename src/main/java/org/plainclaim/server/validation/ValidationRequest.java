package org.plainclaim.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to be validated.
 *
 * @param resource the resource as sent, or null if none was
 * @param mode one of R4's modes, or empty
 * @param profiles canonical URLs
 */
record ValidationRequest(@Nullable String resource, String mode, List<String> profiles) {
    private static final Set<String> MODES = Set.of("", "create", "update", "delete", "profile");
    private static final Pattern TYPE = Pattern.compile(
            "(?s)\\s*(?:\\{.*?\"resourceType\"\\s*:\\s*\"([A-Za-z]+)\"|(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*)*<([A-Za-z]+)).*");

    ValidationRequest {
        profiles = List.copyOf(profiles);
        if (!MODES.contains(mode)) {
            throw new InvalidRequestException("'" + mode
                    + "' is not a mode of $validate; use create, update, delete or profile, or leave it out.");
        }
    }

    static ValidationRequest read(FhirContext fhir, RequestDetails request) {
        String body = new String(request.loadRequestContents(), StandardCharsets.UTF_8);
        List<String> profiles = new ArrayList<>(values(request, "profile"));
        String mode = values(request, "mode").stream().findFirst().orElse("");
        if (body.isBlank()) {
            return new ValidationRequest(null, mode, profiles);
        }
        if (!"Parameters".equals(typeOf(body))) {
            return new ValidationRequest(body, mode, profiles);
        }
        Parameters parameters = parameters(fhir, body);
        for (ParametersParameterComponent parameter : parameters.getParameter()) {
            if ("profile".equals(parameter.getName()) && parameter.hasValue()) {
                profiles.add(parameter.getValue().primitiveValue());
            } else if ("mode".equals(parameter.getName()) && parameter.hasValue()) {
                mode = parameter.getValue().primitiveValue();
            }
        }
        return new ValidationRequest(resource(fhir, parameters), mode, profiles);
    }

    /** The resource, which must be there and of the type that the URL says. */
    String require(String type) {
        if (resource == null) {
            throw new InvalidRequestException("There is nothing to validate; send a " + type
                    + ", or Parameters with a parameter 'resource' that holds one.");
        }
        String sent = typeOf(resource);
        if (!type.equals(sent)) {
            throw new InvalidRequestException("The body is " + (sent == null ? "no resource" : "a " + sent)
                    + " but the URL says " + type + "; send it to " + type + "/$validate if it is one.");
        }
        return resource;
    }

    private static List<String> values(RequestDetails request, String name) {
        String[] values = request.getParameters().get(name);
        return values == null
                ? List.of()
                : Arrays.stream(values).filter(value -> !value.isBlank()).toList();
    }

    private static @Nullable String resource(FhirContext fhir, Parameters parameters) {
        return parameters.getParameter().stream()
                .filter(parameter -> "resource".equals(parameter.getName()) && parameter.getResource() != null)
                .findFirst()
                .map(parameter -> fhir.newJsonParser().encodeResourceToString(parameter.getResource()))
                .orElse(null);
    }

    private static Parameters parameters(FhirContext fhir, String body) {
        IParser parser = body.stripLeading().startsWith("<") ? fhir.newXmlParser() : fhir.newJsonParser();
        try {
            return parser.parseResource(Parameters.class, body);
        } catch (DataFormatException malformed) {
            throw new InvalidRequestException("The body is not FHIR R4 Parameters: " + malformed.getMessage());
        }
    }

    private static @Nullable String typeOf(String body) {
        Matcher matcher = TYPE.matcher(body);
        if (!matcher.matches()) {
            return null;
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }
}
