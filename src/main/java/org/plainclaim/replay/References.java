package org.plainclaim.replay;

/** Literal references, as they stand in exports. */
final class References {
    private References() {}

    /** {@code Type/id} of a relative, absolute or versioned reference; the text itself if it is something else. */
    static String plain(String reference) {
        String text = reference;
        int version = text.indexOf("/_history/");
        if (version >= 0) {
            text = text.substring(0, version);
        }
        int last = text.lastIndexOf('/');
        int before = last < 0 ? -1 : text.lastIndexOf('/', last - 1);
        return before < 0 ? text : text.substring(before + 1);
    }

    /** The type of {@code Type/id}; empty if it is none. */
    static String type(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0 ? "" : reference.substring(0, slash);
    }
}
