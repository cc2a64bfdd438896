package org.plainclaim.server.authorization;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a payer takes requests for authorization.
 *
 * @param base its FHIR base; the request goes to {@code Claim/$submit} below it
 * @param secret file with the bearer token; null if it wants none
 */
record PasEndpoint(URI base, @Nullable Path secret) {
    URI submit() {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + "Claim/$submit");
    }
}
