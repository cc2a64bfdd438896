package org.plainclaim.server.store;

import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Whether a caller may know which resources of a type there are. */
@FunctionalInterface
public interface ReferenceSight {
    boolean seesAll(RequestDetails request, String type);
}
