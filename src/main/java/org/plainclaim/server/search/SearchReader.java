package org.plainclaim.server.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Turns search parameters as sent into HAPI's form. */
public final class SearchReader {
    /** Parameters that shape the answer; they are read elsewhere and select nothing. */
    private static final Set<String> SHAPING = Set.of(
            "_include",
            "_revinclude",
            "_sort",
            "_count",
            "_offset",
            "_summary",
            "_elements",
            "_total",
            "_format",
            "_pretty");

    private final FhirContext fhir;
    private final MatchUrlService urls;

    public SearchReader(FhirContext fhir, MatchUrlService urls) {
        this.fhir = fhir;
        this.urls = urls;
    }

    /** Reads the criteria of a search for one type. */
    public SearchParameterMap read(String type, Map<String, String[]> parameters) {
        StringJoiner query = new StringJoiner("&", type + "?", "");
        parameters.forEach((name, values) -> {
            if (!SHAPING.contains(name.replaceFirst("[:.].*", ""))) {
                for (String value : values) {
                    query.add(encode(name) + "=" + encode(value));
                }
            }
        });
        return urls.translateMatchUrl(query.toString(), fhir.getResourceDefinition(type));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
