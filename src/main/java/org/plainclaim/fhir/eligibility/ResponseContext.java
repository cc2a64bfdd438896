package org.plainclaim.fhir.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a response has from its request.
 *
 * @param request the CoverageEligibilityRequest
 * @param reference reference of it as it is stored
 * @param insurer reference of the Organization that pays, where the request names none
 * @param created when the response is written
 */
public record ResponseContext(JsonNode request, String reference, String insurer, Instant created) {}
