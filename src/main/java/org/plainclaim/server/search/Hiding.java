package org.plainclaim.server.search;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Leaves out of a search what is hidden from who asks, so that it is neither found nor counted. */
public interface Hiding {
    /** Adds criteria to a search, or refuses it. */
    void hide(SearchParameterMap query, RequestDetails request);

    /** What the sender of a request sees. */
    Sightline of(RequestDetails request);

    /** Adds criteria to a search that an operation makes among the resources of a type for who asks. */
    void hide(SearchParameterMap query, RequestDetails request, String type);
}
