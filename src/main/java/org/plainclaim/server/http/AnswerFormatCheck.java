package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses with 406 a request for an answer in a format other than JSON or XML. */
final class AnswerFormatCheck implements RequestCheck {
    private static final Set<String> FORMATS = Set.of(
            "json",
            "xml",
            "text/json",
            "text/xml",
            "application/json",
            "application/xml",
            "application/fhir+json",
            "application/fhir+xml",
            "application/json+fhir",
            "application/xml+fhir",
            "html/json",
            "html/xml");

    @Override
    public @Nullable Refusal refuse(HttpServletRequest request) {
        if (request.getRequestURI().endsWith("/$export-file")) {
            // files of an export have a format of their own
            return null;
        }
        String asked = formatParameter(request.getQueryString());
        if (asked != null) {
            return FORMATS.contains(base(asked.replace(' ', '+'))) ? null : bad("_format=" + asked);
        }
        String accept = request.getHeader("Accept");
        if (accept != null && FORMATS.contains(accept) && accept.indexOf('/') > 0) {
            return null;
        }
        return accept == null || accept.isBlank() || acceptable(accept) ? null : bad("Accept: " + accept);
    }

    private static Refusal bad(String asked) {
        return Refusal.of(
                406,
                "not-supported",
                "This server answers in application/fhir+json and application/fhir+xml; '" + asked
                        + "' asks for something else.");
    }

    private static @Nullable String formatParameter(@Nullable String query) {
        if (query == null || !query.contains("_format=")) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("_format=") && pair.length() > "_format=".length()) {
                return URLDecoder.decode(pair.substring("_format=".length()), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private static boolean acceptable(String accept) {
        for (String range : accept.split(",", -1)) {
            String type = base(range);
            boolean refused = range.replace(" ", "").matches(".*;q=0(\\.0*)?");
            boolean wild = type.equals("*/*") || type.equals("*") || type.equals("application/*");
            // a browser asks for HTML first; it gets JSON, as everyone who has no better wish
            if (!refused && (wild || (type.contains("/") && FORMATS.contains(type)))) {
                return true;
            }
        }
        return false;
    }

    private static String base(String type) {
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
