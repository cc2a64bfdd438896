package org.plainclaim.explanation;

import org.jspecify.annotations.Nullable;

/**
 * A place in the documentation: where a fact is written, or where it was looked for and not found.
 *
 * @param resource reference of the resource, such as {@code Encounter/42} or a {@code urn:uuid:}
 * @param path FHIRPath inside the resource, such as {@code Encounter.period.start}
 * @param value what is written there, as text; null when nothing is
 * @param span where in the plain text of that element; null unless it was found in running text
 */
public record Evidence(String resource, String path, @Nullable String value, @Nullable Span span) {
    /** A place in a coded element. */
    public Evidence(String resource, String path, @Nullable String value) {
        this(resource, path, value, null);
    }

    /** A place where nothing was found. */
    public static Evidence missing(String resource, String path) {
        return new Evidence(resource, path, null);
    }
}
