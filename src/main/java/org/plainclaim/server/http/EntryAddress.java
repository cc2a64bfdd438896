package org.plainclaim.server.http;

import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.IdType;

/**
 * What the url of an entry names.
 *
 * @param type the resource type, or empty
 * @param id the id, or empty
 * @param rest what follows the id, or empty
 * @param query the query without its question mark, or empty
 */
record EntryAddress(String type, String id, String rest, String query) {
    static EntryAddress of(BundleEntryRequestComponent request) {
        String[] halves = String.valueOf(request.getUrl()).split("\\?", 2);
        String query = halves.length == 2 ? halves[1] : "";
        String path = halves[0].startsWith("/") ? halves[0].substring(1) : halves[0];
        if (path.contains("://")) {
            IdType absolute = new IdType(path);
            return absolute.hasResourceType() && absolute.hasIdPart()
                    ? new EntryAddress(absolute.getResourceType(), absolute.getIdPart(), "", query)
                    : new EntryAddress(path.replaceFirst(".*/", ""), "", "", query);
        }
        String[] parts = path.split("/", 3);
        return new EntryAddress(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "", query);
    }

    boolean isOperation() {
        return type.startsWith("$") || id.startsWith("$") || id.equals("_search") || rest.startsWith("$");
    }

    boolean hasId() {
        return !id.isEmpty() && !isOperation();
    }

    String plain() {
        return type + "/" + id;
    }
}
