package org.plainclaim.server.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of the Encounter that {@code If-Match} asks for. */
final class ExpectedVersion {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([A-Za-z0-9.-]{1,64})\"");

    private ExpectedVersion() {}

    /** Refuses if it is another than the stored one. */
    static void check(RequestDetails request, String encounter, StoredSession stored) {
        String header = request.getHeader("If-Match");
        if (header == null || header.strip().equals("*")) {
            return;
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new InvalidRequestException(
                    "If-Match names no version; send the ETag of the Encounter's last read, such as W/\"1\".");
        }
        String name = "Encounter/" + encounter;
        if (!(name + "/_history/" + tag.group(1)).equals(stored.versions().get(name))) {
            throw new PreconditionFailedException(
                    name + " has another version than If-Match names; read the session again and repeat the request.");
        }
    }
}
