package org.plainclaim.server.desk.page;

import java.util.Map;

/** What a view or a deed answers. */
public sealed interface Reply {
    /**
     * A page.
     *
     * @param template its template
     * @param model what the template shows, by names
     */
    record Page(String template, Map<String, Object> model) implements Reply {
        public Page {
            model = Map.copyOf(model);
        }
    }

    /**
     * Another place.
     *
     * @param address below {@code /desk/}, with its query
     * @param done what was done: the key of words {@code done.<key>}; empty for nothing worth a word
     */
    record Moved(String address, String done) implements Reply {}

    /** A file to keep. */
    record Download(String name, String type, String text) implements Reply {}
}
