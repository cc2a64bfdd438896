package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Looks at one aspect of a request before its body is read. */
@FunctionalInterface
interface RequestCheck {
    /** Why the request can not be served, or null if this aspect is good. */
    @Nullable
    Refusal refuse(HttpServletRequest request);
}
