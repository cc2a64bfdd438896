package org.plainclaim.attachment;

/**
 * Narrative of the form that nearly all has: paragraphs in one division, without attributes, entities and comments.
 *
 * <p>To a reader it says the same as {@link HtmlText} finds, without a tree being built for it. Everything else is left to that.
 */
final class PlainNarrative {
    private static final String OPEN = "<div>";
    private static final String OPEN_XHTML = "<div xmlns=\"http://www.w3.org/1999/xhtml\">";
    private static final String CLOSE = "</div>";
    private static final String PARAGRAPH = "<p>";
    private static final String END_OF_PARAGRAPH = "</p>";

    private PlainNarrative() {}

    /** Puts the text out; false, with nothing put out, if the narrative is of another form. */
    static boolean read(String xhtml, Output out) {
        int from = xhtml.startsWith(OPEN_XHTML) ? OPEN_XHTML.length() : xhtml.startsWith(OPEN) ? OPEN.length() : -1;
        int end = xhtml.length() - CLOSE.length();
        if (from < 0 || end < from || !xhtml.endsWith(CLOSE) || !isPlain(xhtml, from, end)) {
            return false;
        }
        int at = from;
        while (at < end) {
            out.line();
            int next = xhtml.indexOf('<', at);
            boolean paragraph = next == at;
            int words = paragraph ? at + PARAGRAPH.length() : at;
            int behind = paragraph ? xhtml.indexOf('<', words) : next;
            if (behind > words) {
                out.words(xhtml.substring(words, behind));
            }
            at = paragraph ? behind + END_OF_PARAGRAPH.length() : behind;
        }
        out.line();
        return true;
    }

    /** True if there is nothing between the places but text and whole paragraphs of text. */
    private static boolean isPlain(String xhtml, int from, int end) {
        boolean inside = false;
        for (int i = from; i < end; i++) {
            char sign = xhtml.charAt(i);
            if (sign == '<') {
                String tag = inside ? END_OF_PARAGRAPH : PARAGRAPH;
                if (!xhtml.startsWith(tag, i)) {
                    return false;
                }
                i += tag.length() - 1;
                inside = !inside;
            } else if (sign == '&' || sign == '\r' || sign == '\0') {
                return false;
            }
        }
        return !inside;
    }
}
