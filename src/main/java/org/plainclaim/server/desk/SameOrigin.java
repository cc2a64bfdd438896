package org.plainclaim.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets only pages of this server send forms.
 *
 * <p>Browsers say where a form comes from, and no page can make them say something else. Together with cookies that other
 * sites do not send along (SameSite), a page of somebody else can do nothing here.
 */
final class SameOrigin {
    private final @Nullable URI publicBase;

    SameOrigin(@Nullable URI publicBase) {
        this.publicBase = publicBase;
    }

    boolean sends(HttpServletRequest request) {
        String site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site")).orElse("same-origin");
        String origin = Optional.ofNullable(request.getHeader("Origin")).orElse("");
        return site.equals("same-origin") && isOurs(origin, String.valueOf(request.getHeader("Host")));
    }

    private boolean isOurs(String origin, String host) {
        try {
            String authority = String.valueOf(URI.create(origin).getRawAuthority());
            return authority.equals(host) || (publicBase != null && authority.equals(publicBase.getRawAuthority()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
