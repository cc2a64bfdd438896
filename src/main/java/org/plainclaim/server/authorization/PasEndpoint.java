package org.plainclaim.server.authorization;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a payer takes requests for authorization.
 *
 * @param base its FHIR base; requests go to {@code Claim/$submit} below it, questions to {@code Claim/$inquire}
 * @param secret file with the bearer token; null if it wants none
 */
record PasEndpoint(URI base, @Nullable Path secret) {
    /** The address of an operation, such as {@code Claim/$submit}. */
    URI of(PasAct act) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + act.operation());
    }
}
