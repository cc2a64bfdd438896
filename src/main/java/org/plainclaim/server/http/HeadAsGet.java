package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A HEAD request that is served as the GET it stands for; Jetty leaves the body out. */
final class HeadAsGet extends HttpServletRequestWrapper {
    private HeadAsGet(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest of(HttpServletRequest request) {
        return request.getMethod().equals("HEAD") ? new HeadAsGet(request) : request;
    }

    @Override
    public String getMethod() {
        return "GET";
    }
}
