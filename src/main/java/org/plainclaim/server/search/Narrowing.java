package org.plainclaim.server.search;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Map;

/** Adds to a search what the one who asks is held to; it does not show in the links of the answer. */
@FunctionalInterface
public interface Narrowing {
    /** The parameters that are searched by in place of those that were sent. */
    Map<String, String[]> narrowed(String type, Map<String, String[]> sent, RequestDetails request);
}
