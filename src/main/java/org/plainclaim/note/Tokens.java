package org.plainclaim.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plainclaim.explanation.Span;

/** A text cut into words, numbers, marks and line breaks, once, from left to right. */
final class Tokens {
    private static final String[] MARKS = marks();
    private static final Token NONE = new Token(Token.Kind.MARK, "", 0, 0);

    private final String text;
    private final List<Token> list = new ArrayList<>();

    private Tokens(String text) {
        this.text = text;
    }

    static Tokens of(String text) {
        Tokens tokens = new Tokens(text);
        int at = 0;
        while (at < text.length()) {
            at = tokens.cut(at);
        }
        return tokens;
    }

    private int cut(int from) {
        char first = text.charAt(from);
        if (first == '\n') {
            list.add(new Token(Token.Kind.BREAK, "\n", from, from + 1));
            return from + 1;
        }
        if (Character.isWhitespace(first) || first == '\u00a0' || first == '\u200b') {
            return from + 1;
        }
        if (Character.isDigit(first)) {
            return add(Token.Kind.NUMBER, from, endOf(from, true));
        }
        if (Character.isLetter(first)) {
            return letters(from);
        }
        list.add(new Token(Token.Kind.MARK, mark(first), from, from + 1));
        return from + 1;
    }

    /** Letters with dots between them, as in {@code a.m.}, are one word without the dots. */
    private int letters(int from) {
        int to = from;
        StringBuilder initials = new StringBuilder();
        while (to + 1 < text.length()
                && Character.isLetter(text.charAt(to))
                && text.charAt(to + 1) == '.'
                && initials.length() < 5) {
            initials.append(text.charAt(to));
            to += 2;
        }
        boolean cutShort = to < text.length() && Character.isLetter(text.charAt(to));
        if (initials.length() < 2 || cutShort) {
            return add(Token.Kind.WORD, from, endOf(from, false));
        }
        list.add(new Token(Token.Kind.WORD, initials.toString().toLowerCase(Locale.ROOT), from, to));
        return to;
    }

    private int endOf(int from, boolean digits) {
        int to = from + 1;
        while (to < text.length() && isSame(text.charAt(to), digits)) {
            to++;
        }
        return to;
    }

    private static boolean isSame(char c, boolean digits) {
        return digits ? Character.isDigit(c) : Character.isLetter(c);
    }

    private int add(Token.Kind kind, int from, int to) {
        list.add(new Token(kind, text.substring(from, to).toLowerCase(Locale.ROOT), from, to));
        return to;
    }

    private static String mark(char mark) {
        return switch (mark) {
            case '\u2019', '\u2018', '`' -> "'";
            case '\u201c', '\u201d' -> "\"";
            case '\u2010', '\u2011' -> "-";
            case '\u2012', '\u2014', '\u2212' -> "\u2013";
            default -> mark < MARKS.length ? MARKS[mark] : String.valueOf(mark);
        };
    }

    private static String[] marks() {
        String[] marks = new String[128];
        for (char mark = 0; mark < marks.length; mark++) {
            marks[mark] = String.valueOf(mark);
        }
        return marks;
    }

    int size() {
        return list.size();
    }

    /** The token that begins at a character, or else the last one that begins before it. */
    int indexOf(int character) {
        int low = 0;
        int high = list.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (list.get(middle).from() <= character) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The token at a place; one that is nothing before the first and behind the last. */
    Token at(int i) {
        return i >= 0 && i < list.size() ? list.get(i) : NONE;
    }

    boolean is(int i, String word) {
        return at(i).word().equals(word);
    }

    boolean isAnyOf(int i, Set<String> words) {
        return words.contains(at(i).word());
    }

    /** True of a mark that is one of these characters; the same as {@link #isAnyOf} for marks only, without a look into a set. */
    boolean isMarkOf(int i, String marks) {
        Token token = at(i);
        return token.isMark()
                && !token.word().isEmpty()
                && marks.indexOf(token.word().charAt(0)) >= 0;
    }

    /** True if nothing, not even a blank, stands between this token and the one before it. */
    boolean touchesPrevious(int i) {
        return i > 0 && i < list.size() && list.get(i).from() == list.get(i - 1).to();
    }

    /** Characters between this token and the one before it. */
    int gapBefore(int i) {
        return i > 0 && i < list.size() ? list.get(i).from() - list.get(i - 1).to() : 0;
    }

    boolean isTabBefore(int i) {
        return gapBefore(i) > 0 && text.charAt(at(i).from() - 1) == '\t';
    }

    boolean isCapital(int i) {
        Token token = at(i);
        return token.isWord() && Character.isUpperCase(text.charAt(token.from()));
    }

    /** As written. */
    String written(int from, int to) {
        return from >= to ? "" : text.substring(at(from).from(), at(to - 1).to());
    }

    Span span(int from, int to) {
        return new Span(at(from).from(), at(to - 1).to());
    }
}
