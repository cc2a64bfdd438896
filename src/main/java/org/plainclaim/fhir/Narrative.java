package org.plainclaim.fhir;

import java.util.List;

/** The text of a section, which is XHTML. */
final class Narrative {
    private static final List<String> BLANKS = List.of("&#160;", "&#xA0;", "&#xa0;", "&nbsp;");

    private Narrative() {}

    /** True if there is anything but markup and blanks. */
    static boolean saysSomething(String xhtml) {
        int at = 0;
        while (at < xhtml.length()) {
            int next = next(xhtml, at);
            if (next == at) {
                return true;
            }
            at = next;
        }
        return false;
    }

    /** Behind the tag or blank at a place; the place itself if there is something to read. */
    private static int next(String xhtml, int at) {
        char sign = xhtml.charAt(at);
        if (sign == '<') {
            int end = xhtml.indexOf('>', at);
            return end < 0 ? xhtml.length() : end + 1;
        }
        if (sign == '&') {
            return BLANKS.stream()
                    .filter(blank -> xhtml.startsWith(blank, at))
                    .findFirst()
                    .map(blank -> at + blank.length())
                    .orElse(at);
        }
        return Character.isWhitespace(sign) || sign == '\u00a0' ? at + 1 : at;
    }
}
