package org.plainclaim.note;

/**
 * A word, a number, a mark or a line break of a text.
 *
 * @param kind what it is
 * @param word in lower case; of a mark the mark itself
 * @param from place of the first character
 * @param to place behind the last character
 */
record Token(Kind kind, String word, int from, int to) {
    enum Kind {
        WORD,
        NUMBER,
        MARK,
        BREAK
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isMark() {
        return kind == Kind.MARK;
    }

    boolean isBreak() {
        return kind == Kind.BREAK;
    }
}
