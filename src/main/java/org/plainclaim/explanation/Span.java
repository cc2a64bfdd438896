package org.plainclaim.explanation;

/**
 * A stretch of a text, in characters.
 *
 * @param from place of the first character, from 0
 * @param to place behind the last character
 */
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no stretch of a text: " + from + " to " + to);
        }
    }

    /** True if the two share a character. */
    public boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }
}
