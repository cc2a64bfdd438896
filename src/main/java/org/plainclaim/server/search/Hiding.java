package org.plainclaim.server.search;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Leaves out of a search what is hidden from who asks, so that it is neither found nor counted. */
@FunctionalInterface
public interface Hiding {
    /** Adds criteria to a search, or refuses it. */
    void hide(SearchParameterMap query, RequestDetails request);
}
