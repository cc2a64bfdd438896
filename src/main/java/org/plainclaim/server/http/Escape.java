package org.plainclaim.server.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Makes text safe inside JSON and XML; what XML can not carry becomes a question mark. */
final class Escape {
    private Escape() {}

    static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    static String xml(String text) {
        return text.replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
    }
}
