package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The two formats of the server. */
public final class Formats {
    /** JSON, as FHIR names it. */
    public static final String JSON = "application/fhir+json";
    /** XML, as FHIR names it. */
    public static final String XML = "application/fhir+xml";

    private Formats() {}

    /** Whether an answer should be written in XML: asked for by {@code _format} or {@code Accept}. */
    public static boolean prefersXml(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && query.contains("_format=") && query.matches("(.*&)?_format=[^&]*(xml|json).*")) {
            return query.matches("(.*&)?_format=[^&]*xml.*");
        }
        return firstIsXml(request.getHeader("Accept"));
    }

    private static boolean firstIsXml(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        int xml = accept.indexOf("xml");
        int json = accept.indexOf("json");
        return xml >= 0 && (json < 0 || xml < json) && !accept.contains("text/html");
    }
}
