package org.plainclaim.server.search;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the parameters that shape the answer of a search and select nothing. */
public final class ShapingCheck {
    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final Map<String, Pattern> VALUES = Map.of(
            "_count", Pattern.compile("[0-9]{1,9}"),
            "_offset", Pattern.compile("[0-9]{1,9}"),
            "_total", Pattern.compile("none|estimate|accurate"),
            "_summary", Pattern.compile("true|false|text|data|count"),
            "_contained", Pattern.compile("false"),
            "_pretty", Pattern.compile("true|false"));
    private static final Set<String> FREE =
            Set.of("_include", "_revinclude", "_sort", "_elements", "_format", "_containedType");

    private ShapingCheck() {}

    /** Checks every parameter of the kind; others are let be. */
    public static void checkAll(Map<String, String[]> parameters) {
        parameters.forEach((name, values) -> {
            for (String value : values) {
                check(Criterion.of(name, value));
            }
        });
    }

    static boolean isShaping(String name) {
        return VALUES.containsKey(name) || FREE.contains(name);
    }

    static void check(Criterion criterion) {
        Pattern pattern = VALUES.getOrDefault(criterion.name(), ANY);
        String value = String.join(",", criterion.values());
        if (!value.isEmpty() && !pattern.matcher(value).matches()) {
            throw new InvalidRequestException("'" + value + "' is not a value for " + criterion.name() + "; write "
                    + pattern.pattern()
                            .replace("[0-9]{1,9}", "a whole number from 0")
                            .replace("|", ", ") + ".");
        }
    }
}
