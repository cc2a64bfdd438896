package org.plainclaim.server.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.plainclaim.access.Caller;

/** Settles who asks before anything else looks at a request. */
public final class Admission implements Filter {
    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        Callers.tell((HttpServletRequest) in, Caller.tryingOut());
        chain.doFilter(in, out);
    }
}
