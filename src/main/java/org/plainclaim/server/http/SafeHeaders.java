package org.plainclaim.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers and caches that answers are about patients: to be kept nowhere, framed nowhere, run as nothing. */
final class SafeHeaders implements Filter {
    private static final String YEAR_OF_TLS = "max-age=31536000";

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse response = (HttpServletResponse) out;
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (in.isSecure()) {
            response.setHeader("Strict-Transport-Security", YEAR_OF_TLS);
        }
        chain.doFilter(in, out);
    }
}
