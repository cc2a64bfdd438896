package org.plainclaim.server.search;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Narrows what is asked to what who asks may see, so that the rest is neither found nor counted. */
@FunctionalInterface
public interface Narrowing {
    /** Adds criteria to a search, or refuses it. */
    void narrow(SearchParameterMap query, RequestDetails request);
}
