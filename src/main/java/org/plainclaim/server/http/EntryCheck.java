package org.plainclaim.server.http;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.plainclaim.server.search.CompartmentUrl;
import org.plainclaim.server.search.SearchReader;

/** Looks through a transaction or batch before any of it is done. */
final class EntryCheck {
    private final SearchReader conditions;

    EntryCheck(SearchReader conditions) {
        this.conditions = conditions;
    }

    void check(Bundle bundle) {
        if (bundle.getType() != BundleType.TRANSACTION && bundle.getType() != BundleType.BATCH) {
            throw new InvalidRequestException(
                    "Bundle.type must be transaction or batch to be posted to the base; it is "
                            + (bundle.getType() == null
                                    ? "missing"
                                    : bundle.getType().toCode()) + ".");
        }
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            check(bundle.getEntry().get(i), "Bundle.entry[" + i + "]");
        }
        EntryRules.check(bundle);
    }

    private void check(BundleEntryComponent entry, String path) {
        BundleEntryRequestComponent request = entry.getRequest();
        if (!request.hasMethod() || !request.hasUrl()) {
            throw new InvalidRequestException(path + ".request needs a method and a url.");
        }
        if (request.getMethod() == HTTPVerb.GET) {
            CompartmentUrl.parse(request.getUrl())
                    .ifPresent(parts -> request.setUrl(parts.path() + "?" + parts.wholeQuery()));
        }
        boolean brings = request.getMethod() == HTTPVerb.POST
                || request.getMethod() == HTTPVerb.PUT
                || request.getMethod() == HTTPVerb.PATCH;
        if (brings && entry.getResource() == null) {
            throw new InvalidRequestException(path + ".resource is missing; " + request.getMethod() + " needs one.");
        }
        if (request.hasIfMatch()) {
            Refusal.orPass(VersionTag.refuse(path + ".request.ifMatch", request.getIfMatch()));
        }
        String type = request.getUrl().replaceFirst("[/?].*", "");
        if (request.hasIfNoneExist()) {
            conditions.checkCondition(type, request.getIfNoneExist());
        }
        if (request.getUrl().contains("?") && request.getMethod() != HTTPVerb.GET && !type.isEmpty()) {
            conditions.checkCondition(type, request.getUrl());
        }
    }
}
