package org.plainclaim.server.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be said of a request: addresses of records, and values that tell nothing of a person. */
final class Words {
    /** Parameters whose values shape the answer or name records. */
    private static final Set<String> PLAIN = Set.of(
            "_count",
            "_offset",
            "_sort",
            "_include",
            "_revinclude",
            "_summary",
            "_elements",
            "_format",
            "_total",
            "_type",
            "_since",
            "_at",
            "_lastUpdated",
            "_pretty",
            "_id",
            "status",
            "type",
            "date");

    private static final Pattern REFERENCE = Pattern.compile("([A-Z][A-Za-z]{2,40}/)?[A-Za-z0-9.-]{1,64}");
    private static final Pattern REFERENCE_PARAMETER =
            Pattern.compile("(patient|subject|beneficiary|encounter|entity|request|claim|focus)(:[A-Z][A-Za-z]+)?");
    private static final Pattern SHAPED = Pattern.compile("[A-Za-z0-9_.:,+|*-]{0,200}");
    private static final String HIDDEN = "***";

    private Words() {}

    /** The parameters of a query: names, and {@code ***} for values that may tell of a person. */
    static String query(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> name(parameter.getKey()) + "=" + value(parameter.getKey(), value)))
                .limit(50)
                .collect(Collectors.joining("&"));
    }

    private static String name(String name) {
        return name.matches("[A-Za-z0-9_.:-]{1,60}") ? name : HIDDEN;
    }

    private static String value(String name, String value) {
        boolean plain = PLAIN.contains(name) && SHAPED.matcher(value).matches();
        boolean reference = REFERENCE_PARAMETER.matcher(name).matches()
                && REFERENCE.matcher(value).matches();
        return plain || reference ? value : HIDDEN;
    }

    /** The plain reference that an address below the base begins with; empty if it names no record. */
    static String reference(String path) {
        String[] parts = path.replaceFirst("^/", "").split("/", -1);
        boolean record =
                parts.length > 1 && parts[0].matches("[A-Z][A-Za-z]{2,40}") && parts[1].matches("[A-Za-z0-9.-]{1,64}");
        return record ? parts[0] + "/" + parts[1] : "";
    }

    /** The words of an address that are no free text: types, operations, ids. */
    static String path(String path) {
        return path.matches("(/[A-Za-z0-9.$_-]{1,64}){1,6}/?") ? path : path.isEmpty() ? "/" : "(other)";
    }
}
