package org.plainclaim.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.plainclaim.server.ServerSettings;

/**
 * Answers only to the names of this machine while nobody is asked who they are.
 *
 * <p>A web page can let a name of its own stand for the loopback address, and would then read what a browser on this machine
 * may read. With an issuer the token is the answer to that.
 */
final class HostNames implements Filter {
    private final boolean open;
    private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

    HostNames(ServerSettings settings) {
        this.open = settings.issuer() != null;
        names.add(settings.host());
        URI base = settings.baseUrl();
        if (base != null && base.getHost() != null) {
            names.add(base.getHost());
        }
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        if (open || names.contains(in.getServerName())) {
            chain.doFilter(in, out);
            return;
        }
        Refusal.of(
                        403,
                        "forbidden",
                        "Without an issuer of tokens the server answers only to the names of this machine, such as"
                                + " localhost; set PLAINCLAIM_BASE_URL if it has another one.")
                .writeTo((HttpServletRequest) in, (HttpServletResponse) out);
    }
}
