package org.plainclaim.server.http;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/** Holds an entry to what the same request would be held to on its own, where HAPI does not look. */
final class EntryRules {
    private static final Set<HTTPVerb> BRINGING = Set.of(HTTPVerb.POST, HTTPVerb.PUT);

    private EntryRules() {}

    static void check(Bundle bundle) {
        Set<String> changed = new HashSet<>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            BundleEntryComponent entry = bundle.getEntry().get(i);
            String path = "Bundle.entry[" + i + "]";
            EntryAddress address = EntryAddress.of(entry.getRequest());
            agrees(entry, address, path);
            boolean changes = entry.getRequest().getMethod() != HTTPVerb.GET && address.hasId();
            if (bundle.getType() == BundleType.TRANSACTION && changes && !changed.add(address.plain())) {
                throw new InvalidRequestException(path + ".request.url: " + address.plain()
                        + " is changed by another entry too; a transaction may change a resource only once.");
            }
        }
    }

    private static void agrees(BundleEntryComponent entry, EntryAddress address, String path) {
        Resource resource = entry.getResource();
        HTTPVerb method = entry.getRequest().getMethod();
        if (resource == null || !BRINGING.contains(method) || address.isOperation()) {
            return;
        }
        if (!resource.fhirType().equals(address.type())) {
            throw new InvalidRequestException(path + ".resource is a " + resource.fhirType() + " but request.url says "
                    + address.type() + "; correct one of them.");
        }
        if (method == HTTPVerb.PUT && address.hasId()) {
            PlainIds.refuseDots(address.id());
            String id = resource.getIdElement().getIdPart();
            if (!address.id().equals(id)) {
                throw new InvalidRequestException(path + ".resource.id is " + (id == null ? "missing" : "'" + id + "'")
                        + " but request.url says '" + address.id() + "'; both must be the same.");
            }
        }
    }
}
