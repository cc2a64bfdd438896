package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses a change on a condition that names no version; to ignore it would lose somebody's update. */
final class VersionCheck implements RequestCheck {
    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Override
    public @Nullable Refusal refuse(HttpServletRequest request) {
        String tag = request.getHeader("If-Match");
        return tag == null || READS.contains(request.getMethod()) ? null : VersionTag.refuse("If-Match", tag);
    }
}
