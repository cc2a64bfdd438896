package org.plainclaim.server.answers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * A file that came over HTTP.
 *
 * @param file its bytes
 * @param partner id of the trading partner; empty if not said
 * @param name its name there; empty if not said
 */
record ProcessInput(InputStream file, String partner, String name) {
    private static final List<String> NAMES = List.of("file", "partner", "name");

    /** Reads the parameters; a Binary alone is the file. */
    static ProcessInput of(ServletRequestDetails request, FhirContext fhir) {
        byte[] body = request.loadRequestContents();
        if (body == null || body.length == 0) {
            throw new InvalidRequestException("There is no body; send Parameters with file, or a Binary.");
        }
        var resource = parsed(request, body, fhir);
        if (resource instanceof Binary binary) {
            return of(binary.getData(), Map.of());
        }
        if (!(resource instanceof Parameters parameters)) {
            throw new InvalidRequestException("The body is not a Parameters resource and not a Binary; send one.");
        }
        Map<String, ParametersParameterComponent> sent = new HashMap<>();
        for (ParametersParameterComponent one : parameters.getParameter()) {
            if (!one.hasName() || !NAMES.contains(one.getName()) || sent.put(one.getName(), one) != null) {
                throw new InvalidRequestException(
                        "The operation takes each of " + String.join(", ", NAMES) + " once at most.");
            }
        }
        ParametersParameterComponent file = sent.remove("file");
        return of(file == null ? null : bytes(file), sent);
    }

    private static Object parsed(ServletRequestDetails request, byte[] body, FhirContext fhir) {
        EncodingEnum encoding = EncodingEnum.forContentType(request.getHeader("Content-Type"));
        var parser = encoding == EncodingEnum.XML ? fhir.newXmlParser() : fhir.newJsonParser();
        try {
            return parser.parseResource(new String(body, StandardCharsets.UTF_8));
        } catch (DataFormatException malformed) {
            throw new InvalidRequestException(
                    "The body is not FHIR R4; send Parameters with file, or a Binary.", malformed);
        }
    }

    private static byte @Nullable [] bytes(ParametersParameterComponent file) {
        if (file.getResource() instanceof Binary binary) {
            return binary.getData();
        }
        return file.getValue() instanceof Base64BinaryType value ? value.getValue() : null;
    }

    private static ProcessInput of(byte @Nullable [] file, Map<String, ParametersParameterComponent> sent) {
        if (file == null || file.length == 0) {
            throw new InvalidRequestException(
                    "Parameters.parameter.where(name = 'file') must be one valueBase64Binary or Binary with the"
                            + " bytes.");
        }
        return new ProcessInput(new ByteArrayInputStream(file), text(sent, "partner"), text(sent, "name"));
    }

    private static String text(Map<String, ParametersParameterComponent> sent, String name) {
        ParametersParameterComponent one = sent.get(name);
        if (one == null) {
            return "";
        }
        if (one.getValue() instanceof PrimitiveType<?> primitive
                && primitive.getValueAsString().length() <= 100) {
            return primitive.getValueAsString();
        }
        throw new InvalidRequestException(name + " must be one value of at most 100 characters.");
    }
}
