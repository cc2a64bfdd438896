package org.plainclaim.server.audit;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Interaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which request is under way, and writes down those that nothing else has: what was refused, and what failed. */
public final class AuditFilter implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
    private final CurrentRequest current = new CurrentRequest();
    private final Clock clock = Clock.systemUTC();
    private volatile @Nullable AuditTrail trail;

    /** The request of each thread. */
    public CurrentRequest current() {
        return current;
    }

    /** Begins to write down, once the store is open. */
    public void open(AuditTrail opened) {
        trail = opened;
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        CurrentRequest.Request begun = current.begin(request);
        try {
            chain.doFilter(in, out);
            refused(begun, ((HttpServletResponse) out).getStatus());
        } finally {
            current.end();
        }
    }

    private void refused(CurrentRequest.Request begun, int status) {
        AuditTrail open = trail;
        String path = String.valueOf(begun.servlet().getPathInfo()).replace("null", "");
        boolean known = begun.recorded()
                || (Unrecorded.holds(path) && status != 401 && status != 403)
                || (status < 300 && !begun.servlet().getServletPath().equals("/fhir"));
        if (open == null || known) {
            return;
        }
        TreeMap<String, String> details = new TreeMap<>();
        details.put(
                "request", begun.servlet().getMethod() + " " + begun.servlet().getServletPath() + Words.path(path));
        Entry entry = new Entry(
                clock.instant(),
                Interaction.REQUEST,
                "",
                begun.agent(),
                status,
                "",
                Words.reference(path),
                List.of(),
                "",
                details);
        try {
            open.record(entry);
        } catch (IllegalStateException failure) {
            if (status < 300) {
                throw failure;
            }
            // nothing was given out; the client gets the refusal that it is owed
            LOG.error("A refused request (HTTP {}) could not be written down", status);
        }
    }
}
