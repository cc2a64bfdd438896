package org.plainclaim.server.http;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Keeps the number of versions to itself where some of them are hidden from who asks. */
@FunctionalInterface
public interface HiddenVersions {
    /** The same history, without its total if that would tell of what is not shown. */
    IBundleProvider uncounted(IBundleProvider history, RequestDetails request);
}
