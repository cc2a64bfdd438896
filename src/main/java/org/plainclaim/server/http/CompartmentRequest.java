package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.search.CompartmentUrl;

/** A compartment search such as {@code Patient/4/Claim}, seen as the search for claims that it is. */
final class CompartmentRequest extends HttpServletRequestWrapper {
    private final CompartmentUrl.Parts parts;

    private CompartmentRequest(HttpServletRequest request, CompartmentUrl.Parts parts) {
        super(request);
        this.parts = parts;
    }

    /** The request itself, unless its path is that of a compartment search. */
    static HttpServletRequest of(HttpServletRequest request) {
        boolean searches = request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD")
                || request.getRequestURI().endsWith("/_search");
        String path = request.getPathInfo();
        Optional<CompartmentUrl.Parts> parts =
                searches && path != null ? CompartmentUrl.parse(path.substring(1)) : Optional.empty();
        return parts.<HttpServletRequest>map(found -> new CompartmentRequest(request, found))
                .orElse(request);
    }

    @Override
    public String getPathInfo() {
        return "/" + parts.path();
    }

    @Override
    public String getRequestURI() {
        return getContextPath() + getServletPath() + getPathInfo();
    }

    @Override
    public StringBuffer getRequestURL() {
        String url = super.getRequestURL().toString();
        return new StringBuffer(
                url.substring(0, url.length() - super.getRequestURI().length()) + getRequestURI());
    }

    @Override
    public String getQueryString() {
        String query = super.getQueryString();
        return new CompartmentUrl.Parts(parts.owner(), parts.path(), query == null ? "" : query).wholeQuery();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
        all.put(CompartmentUrl.PARAMETER, new String[] {parts.owner()});
        return all;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return name.equals(CompartmentUrl.PARAMETER) ? parts.owner() : super.getParameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }
}
