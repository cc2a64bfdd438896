package org.plainclaim.server.audit;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.audit.AuditConfiguration.Recording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which request is under way, lets no body leave that nothing was written down for, and writes down what was refused
 * or failed.
 */
public final class AuditFilter implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
    private static final int REDIRECTED = 300;

    private final CurrentRequest current = new CurrentRequest();
    private volatile @Nullable Recording recording;

    /** The request of each thread. */
    public CurrentRequest current() {
        return current;
    }

    /** Begins to write down, once the store is open. */
    public void open(Recording opened) {
        recording = opened;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse response = (HttpServletResponse) out;
        CurrentRequest.Request begun = current.begin((HttpServletRequest) in);
        try {
            chain.doFilter(in, new GuardedBody(response, () -> beforeBody(begun, response.getStatus())));
            ended(begun, response.getStatus());
        } finally {
            current.end();
        }
    }

    private void beforeBody(CurrentRequest.Request begun, int status) {
        Recording open = recording;
        if (open != null && status < REDIRECTED && !begun.recorded() && !Unrecorded.holds(begun.path())) {
            open.recorder().unrecorded(begun, status);
        }
    }

    private void ended(CurrentRequest.Request begun, int status) {
        Recording open = recording;
        boolean known = begun.recorded() || (Unrecorded.holds(begun.path()) && status != 401 && status != 403);
        if (open == null || known) {
            return;
        }
        try {
            open.trail().record(open.recorder().other(begun, status));
        } catch (IllegalStateException failure) {
            if (status < REDIRECTED) {
                throw failure;
            }
            // nothing was given out; the client gets the refusal that it is owed
            LOG.error("A refused request (HTTP {}) could not be written down", status);
        }
    }
}
