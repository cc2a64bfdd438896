package org.plainclaim.server.desk.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** Cookies that no script reads and no other site sends along. */
final class Cookies {
    private Cookies() {}

    static Optional<String> value(HttpServletRequest request, String name) {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(full(request, name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** A cookie for as long as the browser is open; without a value it goes. */
    static Cookie of(HttpServletRequest request, String name, String value) {
        Cookie cookie = new Cookie(full(request, name), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        if (value.isEmpty()) {
            cookie.setMaxAge(0);
        }
        return cookie;
    }

    /** Over TLS a name that only this very host can have set. */
    private static String full(HttpServletRequest request, String name) {
        return (request.isSecure() ? "__Host-" : "") + "plainclaim-" + name;
    }
}
