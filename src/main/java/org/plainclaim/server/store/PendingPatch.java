package org.plainclaim.server.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.patch.FhirPatch;
import ca.uhn.fhir.jpa.patch.XmlPatchUtils;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/**
 * A patch that waits for its resource; one that does not fit is the client's fault, whatever the library throws.
 *
 * @param type the kind of patch
 * @param body the patch as text
 * @param parameters the patch as a resource, if it is a FHIRPath Patch
 */
record PendingPatch(PatchTypeEnum type, @Nullable String body, @Nullable IBaseParameters parameters) {
    private static final int SERVER_FAULT = 500;

    <T extends IBaseResource> T apply(FhirContext fhir, T resource) {
        String text = body == null ? "" : body;
        if (type == PatchTypeEnum.JSON_PATCH) {
            return ExactJsonPatch.apply(fhir, resource, text);
        }
        try {
            return sound(fhir, type == PatchTypeEnum.XML_PATCH ? xml(fhir, resource, text) : fhirPath(fhir, resource));
        } catch (RuntimeException unfit) {
            // what the library calls a fault of the server is a path that it can not read
            if (unfit instanceof BaseServerResponseException refused && refused.getStatusCode() < SERVER_FAULT) {
                throw refused;
            }
            throw new UnprocessableEntityException(
                    "The patch does not fit the resource, or what it makes of it is not FHIR R4; read the resource and"
                            + " correct the operations.",
                    unfit);
        }
    }

    private static <T extends IBaseResource> T xml(FhirContext fhir, T resource, String text) {
        if (text.contains("<!DOCTYPE")) {
            throw new InvalidRequestException("The XML Patch holds a document type, which FHIR does not allow.");
        }
        PatchPaths.check(text);
        return XmlPatchUtils.apply(fhir, resource, text);
    }

    private <T extends IBaseResource> T fhirPath(FhirContext fhir, T resource) {
        if (parameters == null) {
            throw new InvalidRequestException("A FHIRPath Patch is a Parameters resource; the body is none.");
        }
        PatchPaths.check(parameters);
        new FhirPatch(fhir).apply(resource, parameters);
        return resource;
    }

    /** Reads once more what came out, so that nothing is stored that could not have been sent. */
    private static <T extends IBaseResource> T sound(FhirContext fhir, T patched) {
        IParser parser = fhir.newJsonParser();
        String json = parser.encodeResourceToString(patched);
        parser.setParserErrorHandler(new StrictErrorHandler());
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) patched.getClass();
        return parser.parseResource(type, json);
    }
}
