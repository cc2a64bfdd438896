package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses with 405 a method that no FHIR interaction uses. */
final class MethodCheck implements RequestCheck {
    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    @Override
    public @Nullable Refusal refuse(HttpServletRequest request) {
        if (KNOWN.contains(request.getMethod())) {
            return null;
        }
        return Refusal.of(
                405,
                "not-supported",
                "Method " + request.getMethod() + " is not part of FHIR; use GET, HEAD, POST, PUT, PATCH or DELETE.");
    }
}
