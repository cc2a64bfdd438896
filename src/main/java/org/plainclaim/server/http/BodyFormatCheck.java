package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses with 415 a body that is not JSON, XML or, for a search, a form. */
final class BodyFormatCheck implements RequestCheck {
    private static final Set<String> JSON = Set.of("application/fhir+json", "application/json", "text/json");
    private static final Set<String> XML = Set.of("application/fhir+xml", "application/xml", "text/xml");
    private static final Set<String> PATCH = Set.of("application/json-patch+json", "application/xml-patch+xml");
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    public @Nullable Refusal refuse(HttpServletRequest request) {
        if (!hasBody(request)) {
            return null;
        }
        String charset = request.getCharacterEncoding();
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            return bad("The body must be UTF-8; it is said to be " + charset + ".");
        }
        String type = type(request);
        if (!allowed(request, type)) {
            return bad("Content-Type " + (type.isEmpty() ? "is missing" : "'" + type + "' is not supported here")
                    + "; send " + expected(request) + ".");
        }
        String encoding = request.getHeader("Content-Encoding");
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity") || encoding.equalsIgnoreCase("gzip");
        return plain ? null : bad("Content-Encoding '" + encoding + "' is not supported; send gzip or none.");
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** The media type without parameters, in small letters; empty if there is none. */
    static String type(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    static boolean isJson(String type) {
        return JSON.contains(type) || type.equals("application/json-patch+json");
    }

    static boolean isXml(String type) {
        return XML.contains(type) || type.equals("application/xml-patch+xml");
    }

    private static boolean allowed(HttpServletRequest request, String type) {
        if (request.getMethod().equals("PATCH")) {
            return PATCH.contains(type) || type.equals("application/fhir+json") || type.equals("application/fhir+xml");
        }
        return isSearch(request) ? type.equals(FORM) : JSON.contains(type) || XML.contains(type);
    }

    private static String expected(HttpServletRequest request) {
        if (request.getMethod().equals("PATCH")) {
            return "application/json-patch+json, application/xml-patch+xml, application/fhir+json or"
                    + " application/fhir+xml";
        }
        return isSearch(request) ? FORM : "application/fhir+json or application/fhir+xml";
    }

    private static boolean isSearch(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/_search");
    }

    private static Refusal bad(String diagnostics) {
        return Refusal.of(415, "not-supported", diagnostics);
    }
}
