package org.plainclaim.server.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Parses the resources that are to be stored, and refuses what FHIR does not know.
 *
 * <p>HAPI's lenient reading would drop an unknown element without a word, and with it what somebody meant to say.
 */
@Interceptor
public final class StrictBodies {
    private final FhirContext fhir;
    private final JsonShape shape;

    public StrictBodies(FhirContext fhir) {
        this.fhir = fhir;
        this.shape = new JsonShape(fhir);
    }

    /** Reads the body of a create, update, transaction or batch. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void parse(ServletRequestDetails request, HttpServletRequest servletRequest) {
        RequestTypeEnum method = request.getRequestType();
        String type = BodyFormatCheck.type(servletRequest);
        boolean stores = method == RequestTypeEnum.PUT
                || isFhirPatch(method, type)
                || (method == RequestTypeEnum.POST && !"_search".equals(request.getOperation()));
        if (!stores || (request.getOperation() != null && request.getOperation().startsWith("$"))) {
            return;
        }
        boolean xml = BodyFormatCheck.isXml(type);
        IParser parser = xml ? fhir.newXmlParser() : fhir.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        parser.setServerBaseUrl(request.getFhirServerBase());
        String body = new String(request.loadRequestContents(), StandardCharsets.UTF_8);
        IBaseResource resource = read(parser, body, request);
        if (xml) {
            XmlShape.check(body);
        }
        shape.check(xml ? fhir.newJsonParser().encodeResourceToString(resource) : body);
        ConditionalIds.remember(resource, request);
        request.setResource(resource);
    }

    private static IBaseResource read(IParser parser, String body, ServletRequestDetails request) {
        String expected = expected(request);
        if (body.isBlank()) {
            throw new InvalidRequestException("The body is empty; send a " + expected + ".");
        }
        IBaseResource resource;
        try {
            resource = parser.parseResource(body);
        } catch (DataFormatException malformed) {
            throw new InvalidRequestException("The body is not a FHIR R4 resource: " + malformed.getMessage());
        }
        if (request.getRequestType() == RequestTypeEnum.PATCH
                && !resource.fhirType().equals(expected)) {
            throw new InvalidRequestException(
                    "The body is a " + resource.fhirType() + "; a FHIRPath Patch is a Parameters resource.");
        }
        if (!resource.fhirType().equals(expected)) {
            throw new InvalidRequestException("The body is a " + resource.fhirType() + " but the URL says " + expected
                    + "; send it to " + resource.fhirType() + ".");
        }
        return resource;
    }

    private static boolean isFhirPatch(RequestTypeEnum method, String type) {
        return method == RequestTypeEnum.PATCH && type.startsWith("application/fhir+");
    }

    private static String expected(ServletRequestDetails request) {
        if (request.getRequestType() == RequestTypeEnum.PATCH) {
            return "Parameters";
        }
        return request.getResourceName() == null ? "Bundle" : request.getResourceName();
    }
}
