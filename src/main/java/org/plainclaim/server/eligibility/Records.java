package org.plainclaim.server.eligibility;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/**
 * Requests and responses in the store.
 *
 * <p>The id of a request is made from its first identifier, and that of its response from the id of the request, so that
 * the same question sent twice is one question with one answer.
 */
final class Records {
    private static final int HALF = 40;

    private final FhirContext fhir;
    private final IFhirResourceDao<CoverageEligibilityRequest> requests;
    private final IFhirResourceDao<CoverageEligibilityResponse> responses;

    Records(FhirContext fhir, DaoRegistry daos) {
        this.fhir = fhir;
        this.requests = daos.getResourceDao(CoverageEligibilityRequest.class);
        this.responses = daos.getResourceDao(CoverageEligibilityResponse.class);
    }

    /** The id of a request: a question without an identifier is another one each time. */
    static String id(CoverageEligibilityRequest request) {
        Identifier first = request.getIdentifierFirstRep();
        String key = first.hasValue()
                ? first.getSystem() + "|" + first.getValue()
                : UUID.randomUUID().toString();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "q-" + HexFormat.of().formatHex(digest).substring(0, HALF);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String responseId(String request) {
        return "for-" + request;
    }

    /** A stored request. */
    Optional<CoverageEligibilityRequest> request(String id) {
        try {
            return Optional.of(requests.read(new IdType("CoverageEligibilityRequest", id), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException none) {
            return Optional.empty();
        }
    }

    /** The response to a stored request. */
    Optional<CoverageEligibilityResponse> response(String request) {
        try {
            return Optional.of(responses.read(
                    new IdType("CoverageEligibilityResponse", responseId(request)), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException none) {
            return Optional.empty();
        }
    }

    /** Stores a request under its id. */
    void store(CoverageEligibilityRequest request) {
        requests.update(request, new SystemRequestDetails());
    }

    /** Stores the response to a request, in place of an earlier one. */
    CoverageEligibilityResponse store(String request, JsonNode response) {
        CoverageEligibilityResponse parsed =
                fhir.newJsonParser().parseResource(CoverageEligibilityResponse.class, response.toString());
        parsed.setId(responseId(request));
        responses.update(parsed, new SystemRequestDetails());
        return parsed;
    }

    /** True if both ask the same; where and when they were stored is no difference. */
    boolean same(CoverageEligibilityRequest one, CoverageEligibilityRequest other) {
        return content(one).equals(content(other));
    }

    private JsonNode content(CoverageEligibilityRequest request) {
        ObjectNode json = json(request);
        json.remove(List.of("id", "meta", "text", "created"));
        return json;
    }

    ObjectNode json(CoverageEligibilityRequest request) {
        try {
            return (ObjectNode) Json.parse(fhir.newJsonParser().encodeResourceToString(request));
        } catch (BadInput impossible) {
            throw new IllegalStateException("a resource is JSON", impossible);
        }
    }
}
