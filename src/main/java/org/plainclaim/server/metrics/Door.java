package org.plainclaim.server.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a request asks for, in few words: never an id, a parameter or a name that the client made up.
 *
 * @param room {@code fhir}, {@code cds-services}, {@code desk} or {@code other}
 * @param type the resource type; {@code none} if it is about none
 * @param interaction such as {@code read}, {@code search} or the name of an operation
 */
public record Door(String room, String type, String interaction) {
    private static final String NONE = "none";
    private static final String OTHER = "other";
    private static final Pattern OPERATION = Pattern.compile("\\$[a-z0-9-]{1,40}");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /**
     * Reads an address.
     *
     * @param servlet the path of the room, such as {@code /fhir}
     * @param path what follows it; may be empty
     * @param types the resource types that there are
     */
    public static Door of(String method, String servlet, String path, Set<String> types) {
        if (!METHODS.contains(method)) {
            return new Door(OTHER, NONE, OTHER);
        }
        return switch (servlet) {
            case "/fhir" -> fhir(method, parts(path), types);
            case "/cds-services" -> new Door("cds-services", NONE, method.equals("POST") ? "call" : "read");
            case "", "/desk" -> new Door("desk", NONE, method.equals("GET") ? "look" : "do");
            default -> new Door(OTHER, NONE, OTHER);
        };
    }

    /** The same, of an answer that says that there is no such thing. */
    public Door unknown() {
        return interaction.startsWith("$") ? new Door(room, type, OTHER) : this;
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toList());
    }

    private static Door fhir(String method, List<String> parts, Set<String> types) {
        if (parts.isEmpty()) {
            return new Door("fhir", NONE, method.equals("POST") ? "transaction" : OTHER);
        }
        String last = parts.get(parts.size() - 1);
        String type = types.contains(parts.get(0)) ? parts.get(0) : NONE;
        if (OPERATION.matcher(last).matches()) {
            return new Door("fhir", type, last);
        }
        if (type.equals(NONE)) {
            return new Door("fhir", NONE, last.equals("metadata") ? "capabilities" : OTHER);
        }
        return new Door("fhir", type, interaction(method, parts, last));
    }

    private static String interaction(String method, List<String> parts, String last) {
        return switch (method) {
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            case "POST" -> last.equals("_search") ? "search" : parts.size() == 1 ? "create" : OTHER;
            default -> parts.contains("_history")
                    ? (last.equals("_history") ? "history" : "vread")
                    : parts.size() == 2 ? "read" : "search";
        };
    }
}
