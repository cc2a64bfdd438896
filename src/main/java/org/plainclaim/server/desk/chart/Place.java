package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import org.plainclaim.server.desk.page.Fields;

/**
 * Where a rule looked.
 *
 * @param resource {@code Type/id}
 * @param path FHIRPath inside it
 * @param value what is written there; empty if nothing is
 * @param from the first character in running text, or -1
 * @param to behind the last one, or -1
 */
record Place(String resource, String path, String value, int from, int to) {
    static Place of(JsonNode evidence) {
        String from = Fields.value(evidence, "from");
        String to = Fields.value(evidence, "to");
        return new Place(
                Fields.value(evidence, "reference"),
                Fields.value(evidence, "path"),
                Fields.value(evidence, "value"),
                from.isEmpty() ? -1 : Integer.parseInt(from),
                to.isEmpty() ? -1 : Integer.parseInt(to));
    }

    /** Whether characters of running text are meant. */
    public boolean isSpan() {
        return from >= 0 && to > from;
    }

    /** The path without places in lists and values of urls, to find words for it. */
    public String plain() {
        return path.replaceAll("extension\\('[^']*/([\\w-]+)'\\)", "$1")
                .replaceAll("\\[\\d+]", "")
                .replaceAll("\\.(coding|code|value|reference)\\b.*", "");
    }
}
