package org.plainclaim.server.submission;

import org.hl7.fhir.r4.model.Resource;

/** Who takes requests for prior authorization. */
@FunctionalInterface
public interface AuthorizationDesk {
    /**
     * Takes a request.
     *
     * @param request a Claim with use {@code preauthorization}, or a Bundle with one
     * @return a ClaimResponse, or a Bundle with one
     */
    Resource request(Resource request);
}
