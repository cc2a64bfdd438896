package org.plainclaim.server.http;

import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Whether the number of versions would tell who asks of some that are hidden. */
public interface HiddenVersions {
    /** In a history of a type, or of the server. */
    boolean hide(RequestDetails request);

    /**
     * In the history of one resource that is shown: older versions may bear labels that the newest does not.
     *
     * @param reference {@code Type/id}
     */
    boolean hide(RequestDetails request, String reference);
}
