package org.plainclaim.server.http;

import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Whether the number of versions would tell who asks of some that are hidden. */
@FunctionalInterface
public interface HiddenVersions {
    boolean hide(RequestDetails request);
}
