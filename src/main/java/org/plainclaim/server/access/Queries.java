package org.plainclaim.server.access;

import ca.uhn.fhir.util.UrlUtil;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Queries of addresses, as parameters. */
final class Queries {
    private Queries() {}

    static Map<String, String[]> parse(String query) {
        return UrlUtil.parseQueryString(query);
    }

    /** Both: parameters of one name hold together. */
    static Map<String, String[]> both(Map<String, String[]> one, Map<String, String[]> other) {
        Map<String, String[]> all = new LinkedHashMap<>(one);
        other.forEach((name, values) ->
                all.merge(name, values, (before, more) -> Stream.concat(Stream.of(before), Stream.of(more))
                        .toArray(String[]::new)));
        return all;
    }
}
