package org.plainclaim.server.http;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/** Refuses ids that R4 allows but no URL can carry: clients take {@code .} and {@code ..} for steps in a path. */
final class PlainIds {
    private PlainIds() {}

    static void refuseDots(@Nullable String id) {
        if (".".equals(id) || "..".equals(id)) {
            throw new InvalidRequestException(
                    "The id '" + id + "' can not be part of a URL; choose one with a letter or digit.");
        }
    }
}
