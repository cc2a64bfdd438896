package org.plainclaim.server.submission;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What is to be submitted, as it was sent.
 *
 * @param resource a Claim or a Bundle with one; null if there is none in the body
 * @param claim reference of a stored Claim; null if there is none in the body
 * @param coverage reference of the coverage that it goes to; null for the one that the Claim says
 */
record SubmitInput(@Nullable Resource resource, @Nullable String claim, @Nullable String coverage) {
    private static final String ALLOWED =
            "Send Parameters with resource (a Claim, a Bundle with a Claim, or a reference of"
                    + " a stored Claim) and, if need be, coverage (a reference); or the Claim or Bundle itself.";

    static SubmitInput of(ServletRequestDetails request, FhirContext fhir) {
        byte[] body = request.loadRequestContents();
        if (body == null || body.length == 0) {
            return new SubmitInput(null, null, null);
        }
        IBaseResource sent = parsed(request, fhir, new String(body, StandardCharsets.UTF_8));
        if (sent instanceof Parameters parameters) {
            return of(parameters);
        }
        return new SubmitInput(claimOrBundle((Resource) sent), null, null);
    }

    private static IBaseResource parsed(ServletRequestDetails request, FhirContext fhir, String body) {
        String type = String.valueOf(request.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
        try {
            return (type.contains("xml") ? fhir.newXmlParser() : fhir.newJsonParser()).parseResource(body);
        } catch (DataFormatException e) {
            throw new InvalidRequestException("The body is no FHIR R4 resource. " + ALLOWED, e);
        }
    }

    private static SubmitInput of(Parameters parameters) {
        SubmitInput input = new SubmitInput(null, null, null);
        for (ParametersParameterComponent parameter : parameters.getParameter()) {
            input = switch (String.valueOf(parameter.getName())) {
                case "resource" -> input.withResource(parameter);
                case "coverage" -> new SubmitInput(input.resource, input.claim, reference(parameter, "Coverage"));
                default -> throw new InvalidRequestException(
                        "The operation has no parameter " + parameter.getName() + ". " + ALLOWED);
            };
        }
        return input;
    }

    private SubmitInput withResource(ParametersParameterComponent parameter) {
        if (resource != null || claim != null) {
            throw new InvalidRequestException("Parameter resource must be there only once. " + ALLOWED);
        }
        return parameter.hasResource()
                ? new SubmitInput(claimOrBundle(parameter.getResource()), null, coverage)
                : new SubmitInput(null, reference(parameter, "Claim"), coverage);
    }

    private static Resource claimOrBundle(Resource sent) {
        if (Set.of("Claim", "Bundle").contains(sent.fhirType())) {
            return sent;
        }
        throw new InvalidRequestException("A " + sent.fhirType() + " is nothing to submit. " + ALLOWED);
    }

    private static String reference(ParametersParameterComponent parameter, String type) {
        if (parameter.getValue() instanceof Reference reference
                && type.equals(reference.getReferenceElement().getResourceType())) {
            return type + "/" + reference.getReferenceElement().getIdPart();
        }
        throw new InvalidRequestException(
                "Parameter " + parameter.getName() + " must be a valueReference of a " + type + ". " + ALLOWED);
    }

    /** The Claim that was sent, in a Bundle or by itself; null if none was. */
    @Nullable
    Claim sentClaim() {
        if (resource instanceof Bundle bundle) {
            return bundle.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .filter(Claim.class::isInstance)
                    .map(Claim.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequestException("The Bundle has no Claim. " + ALLOWED));
        }
        return (Claim) resource;
    }
}
