package org.plainclaim.server.eligibility;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest.EligibilityRequestStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** The question in the body of a request, alone or in Parameters. */
final class SubmittedRequest {
    private static final String SEND =
            "send one CoverageEligibilityRequest, or Parameters with one in the parameter resource.";

    private SubmittedRequest() {}

    /**
     * The question.
     *
     * @throws InvalidRequestException if the body is not FHIR, or something else
     * @throws UnprocessableEntityException if it is a question that can not be put
     */
    static CoverageEligibilityRequest of(ServletRequestDetails request, FhirContext fhir) {
        byte[] body = request.loadRequestContents();
        if (body == null || body.length == 0) {
            throw new InvalidRequestException("The body is empty; " + SEND);
        }
        EncodingEnum encoding = EncodingEnum.forContentType(request.getHeader("Content-Type"));
        IParser parser = encoding == EncodingEnum.XML ? fhir.newXmlParser() : fhir.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        try {
            return checked(question(parser.parseResource(new String(body, StandardCharsets.UTF_8))));
        } catch (DataFormatException malformed) {
            throw new InvalidRequestException("The body is not a FHIR R4 resource: " + malformed.getMessage());
        }
    }

    private static CoverageEligibilityRequest question(IBaseResource sent) {
        if (sent instanceof CoverageEligibilityRequest alone) {
            return alone;
        }
        if (sent instanceof Parameters parameters) {
            List<Parameters.ParametersParameterComponent> all = parameters.getParameter();
            if (all.size() == 1
                    && all.get(0).getName().equals("resource")
                    && all.get(0).hasResource()) {
                return inParameter(all.get(0).getResource());
            }
        }
        throw new InvalidRequestException("The body is a " + sent.fhirType() + " without a question; " + SEND);
    }

    private static CoverageEligibilityRequest inParameter(Resource resource) {
        if (resource instanceof CoverageEligibilityRequest question) {
            return question;
        }
        boolean single = resource instanceof Bundle bundle
                && bundle.getEntry().size() == 1
                && bundle.getEntryFirstRep().getResource() instanceof CoverageEligibilityRequest;
        if (single) {
            return (CoverageEligibilityRequest)
                    ((Bundle) resource).getEntryFirstRep().getResource();
        }
        if (resource instanceof Bundle) {
            throw new UnprocessableEntityException("The Bundle has more than the CoverageEligibilityRequest;"
                    + " store the other resources first, by a transaction, and then send the request alone.");
        }
        throw new InvalidRequestException("The parameter resource is a " + resource.fhirType() + "; " + SEND);
    }

    private static CoverageEligibilityRequest checked(CoverageEligibilityRequest question) {
        if (question.getStatus() != EligibilityRequestStatus.ACTIVE) {
            throw new UnprocessableEntityException(
                    "CoverageEligibilityRequest.status is not active; only an active question is put to a payer.");
        }
        if (!question.hasPurpose()) {
            throw new UnprocessableEntityException(
                    "CoverageEligibilityRequest.purpose is missing; send benefits, validation or discovery.");
        }
        if (!question.hasPatient()) {
            throw new UnprocessableEntityException(
                    "CoverageEligibilityRequest.patient is missing; name the Patient it is about.");
        }
        if (!question.hasCreated()) {
            throw new UnprocessableEntityException(
                    "CoverageEligibilityRequest.created is missing; send when the question was made.");
        }
        return question;
    }
}
