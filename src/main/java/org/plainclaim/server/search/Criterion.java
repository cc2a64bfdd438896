package org.plainclaim.server.search;

import java.util.ArrayList;
import java.util.List;

/**
 * One search parameter as sent.
 *
 * @param name the parameter, without modifier and chain
 * @param modifier what follows the colon, or empty
 * @param chain what follows the first point, or empty
 * @param values the alternatives, still escaped
 */
record Criterion(String name, String modifier, String chain, List<String> values) {
    static Criterion of(String sentName, String sentValue) {
        int point = sentName.indexOf('.');
        String head = point < 0 ? sentName : sentName.substring(0, point);
        int colon = head.indexOf(':');
        return new Criterion(
                colon < 0 ? head : head.substring(0, colon),
                colon < 0 ? "" : head.substring(colon + 1),
                point < 0 ? "" : sentName.substring(point + 1),
                split(sentValue));
    }

    /** The parameter as the client wrote it. */
    String sent() {
        return name + (modifier.isEmpty() ? "" : ":" + modifier) + (chain.isEmpty() ? "" : "." + chain);
    }

    private static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            part.append(c);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                part.append(value.charAt(i));
            }
        }
        parts.add(part.toString());
        return List.copyOf(parts);
    }
}
