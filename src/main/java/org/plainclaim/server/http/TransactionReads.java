package org.plainclaim.server.http;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.search.SearchReader;
import org.plainclaim.server.store.StoredTypes;

/**
 * Makes a transaction fail before it writes if one of its reads is going to fail.
 *
 * <p>HAPI reads after the writes are committed, when nothing can be undone.
 */
final class TransactionReads {
    private final DaoRegistry daos;
    private final SearchReader criteria;

    TransactionReads(DaoRegistry daos, SearchReader criteria) {
        this.daos = daos;
        this.criteria = criteria;
    }

    void check(Bundle bundle, RequestDetails request) {
        Map<String, HTTPVerb> changed = new TreeMap<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (entry.getRequest().getMethod() != HTTPVerb.GET) {
                changed.put(
                        EntryAddress.of(entry.getRequest()).plain(),
                        entry.getRequest().getMethod());
            }
        }
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            BundleEntryComponent entry = bundle.getEntry().get(i);
            EntryAddress address = EntryAddress.of(entry.getRequest());
            boolean stored = StoredTypes.offeredNames().contains(address.type());
            if (entry.getRequest().getMethod() == HTTPVerb.GET && stored && !address.isOperation()) {
                check(address, changed.get(address.plain()), "Bundle.entry[" + i + "].request.url", request);
            }
        }
    }

    private void check(EntryAddress address, @Nullable HTTPVerb change, String path, RequestDetails request) {
        if (!address.hasId()) {
            criteria.read(address.type(), UrlUtil.parseQueryString(address.query()), false);
            return;
        }
        if (change == HTTPVerb.PUT || !address.rest().isEmpty()) {
            return;
        }
        try {
            daos.getResourceDao(address.type()).read(new IdType(address.type(), address.id()), request);
        } catch (ResourceNotFoundException | ResourceGoneException missing) {
            throw notThere(address, path);
        }
        if (change == HTTPVerb.DELETE) {
            throw notThere(address, path);
        }
    }

    private static ResourceNotFoundException notThere(EntryAddress address, String path) {
        return new ResourceNotFoundException(path + ": " + address.plain()
                + " does not exist, so the transaction can not be done; nothing of it was stored.");
    }
}
