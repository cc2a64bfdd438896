package org.plainclaim.server.submission;

import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** Who takes requests for prior authorization. */
public interface AuthorizationDesk {
    /**
     * Takes a request.
     *
     * @param request a Claim with use {@code preauthorization}, or a Bundle with one
     * @return a ClaimResponse, or a Bundle with one
     */
    Resource request(Resource request);

    /**
     * Asks the payer what became of a request that is stored.
     *
     * @param request the Claim that was submitted, or a Bundle with it, known by id or identifier
     * @return Parameters with a Bundle for the answer; without one if the payer knows no such request
     */
    Parameters inquire(Resource request);
}
