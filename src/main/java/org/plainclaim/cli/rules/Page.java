package org.plainclaim.cli.rules;

import java.io.PrintWriter;

/** Lines of a width that people can read. */
final class Page {
    private static final int WIDTH = 120;
    private static final String CUT = "...";

    private final PrintWriter out;

    Page(PrintWriter out) {
        this.out = out;
    }

    /** A line as it is. */
    void line(String text) {
        out.println(text);
    }

    /** One line, cut where it is too long. */
    void cut(String text) {
        out.println(text.length() <= WIDTH ? text : text.substring(0, WIDTH - CUT.length()) + CUT);
    }

    /** A text under a heading at its left, broken between words. */
    void wrapped(String heading, String text) {
        wrapped(heading, " ".repeat(heading.length()), text);
    }

    /** A text after a heading, its other lines under an indent. */
    void wrapped(String heading, String indent, String text) {
        StringBuilder line = new StringBuilder(heading);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line);
    }
}
