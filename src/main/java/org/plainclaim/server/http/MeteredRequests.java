package org.plainclaim.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.plainclaim.server.metrics.Door;
import org.plainclaim.server.metrics.Meters;
import org.plainclaim.server.store.StoredTypes;

/** Counts and times every request. A page that goes on to be told news counts as answered once it is open. */
final class MeteredRequests implements Filter {
    private final Meters meters;
    private final Set<String> types = Set.copyOf(StoredTypes.offeredNames());

    MeteredRequests(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Door door = Door.of(request.getMethod(), request.getServletPath(), path, types);
        long start = System.nanoTime();
        int status = 500;
        meters.begins();
        try {
            chain.doFilter(in, out);
            status = response.getStatus();
        } finally {
            meters.answered(status == 404 ? door.unknown() : door, status, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
