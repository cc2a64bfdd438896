package org.plainclaim.note;

/**
 * A word of a table, found in a text.
 *
 * @param word the word
 * @param from its first token
 * @param to the token behind its last
 */
record Hit(NoteWord word, int from, int to) {
    /** Its first meaning; most words have one. */
    String meaning() {
        return word.meanings().get(0);
    }

    boolean means(String meaning) {
        return word.meanings().contains(meaning);
    }
}
