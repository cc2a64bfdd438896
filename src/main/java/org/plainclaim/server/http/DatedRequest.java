package org.plainclaim.server.http;

import ca.uhn.fhir.util.DateUtils;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A request whose If-Modified-Since is no date; HTTP says that it is then as if it had not been sent. */
final class DatedRequest extends HttpServletRequestWrapper {
    private static final String SINCE = "If-Modified-Since";

    private DatedRequest(HttpServletRequest request) {
        super(request);
    }

    /** The request itself, unless its date can not be read. */
    static HttpServletRequest of(HttpServletRequest request) {
        String since = request.getHeader(SINCE);
        return since == null || isDate(since) ? request : new DatedRequest(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(SINCE) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(SINCE) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static boolean isDate(String text) {
        return DateUtils.parseDate(text) != null;
    }
}
