package org.plainclaim.note;

/**
 * A heading of a text with what stands under it.
 *
 * @param section its meaning, such as {@code plan}; {@code other} if no table knows it
 * @param from its first token
 * @param body the first token under it
 * @param to the token behind all that stands under it
 */
record Heading(String section, int from, int body, int to) {
    Heading until(int end) {
        return new Heading(section, from, body, Math.max(body, end));
    }

    Heading as(String meaning) {
        return new Heading(meaning, from, body, to);
    }
}
