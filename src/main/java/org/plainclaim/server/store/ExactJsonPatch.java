package org.plainclaim.server.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** JSON Patch that keeps every digit of a decimal; HAPI's turns 1.50 into 1.5. */
final class ExactJsonPatch {
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ExactJsonPatch() {}

    static <T extends IBaseResource> T apply(FhirContext fhir, T resource, String patch) {
        JsonNode changed = changed(fhir.newJsonParser().encodeResourceToString(resource), patch);
        IParser parser = fhir.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        try {
            @SuppressWarnings("unchecked")
            Class<T> type = (Class<T>) resource.getClass();
            return parser.parseResource(type, EXACT.writeValueAsString(changed));
        } catch (DataFormatException | JsonProcessingException malformed) {
            throw new UnprocessableEntityException(
                    "After the patch the body is not a FHIR R4 resource: " + malformed.getMessage());
        }
    }

    private static JsonNode changed(String resource, String patch) {
        try {
            JsonNode operations = EXACT.readTree(patch);
            if (!operations.isArray()) {
                throw malformed("the body is not a list");
            }
            JsonNode document = EXACT.readTree(resource);
            for (int i = 0; i < operations.size(); i++) {
                document = new PatchOperation(operations.get(i), i + 1).apply(document);
            }
            return document;
        } catch (UnfitPatchException unfit) {
            throw unfit.isMalformed()
                    ? malformed(unfit.getMessage())
                    : new UnprocessableEntityException(
                            unfit.getMessage() + "; read the resource and correct 'path' or 'value'.");
        } catch (JsonProcessingException unreadable) {
            throw malformed("the body is not JSON");
        }
    }

    private static InvalidRequestException malformed(@Nullable String what) {
        return new InvalidRequestException(
                "The body is not a JSON Patch: " + what + "; send a list of operations such as"
                        + " [{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"finished\"}].");
    }
}
