package org.plainclaim.server.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a FHIRPath expression, one after the other. */
final class PathTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|'((?:[^'\\\\]|\\\\.)*)'|[0-9]+(?:\\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_]*|[%$][A-Za-z]+|!=|<=|>=|[-=<>|+*/.,(){}~&]");

    private final List<String> words = new ArrayList<>();
    private int next;

    PathTokens(String expression) {
        Matcher matcher = TOKEN.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new UnsupportedDefinitionException("FHIRPath: " + expression.substring(at));
            }
            if (!matcher.group().isBlank()) {
                words.add(matcher.group());
            }
            at = matcher.end();
        }
    }

    /** The next word, or an empty one at the end. */
    String peek() {
        return next < words.size() ? words.get(next) : "";
    }

    String take() {
        String word = peek();
        next++;
        return word;
    }

    boolean accept(String word) {
        boolean same = peek().equals(word);
        next += same ? 1 : 0;
        return same;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw new UnsupportedDefinitionException("FHIRPath: '" + word + "' expected before '" + peek() + "'");
        }
    }
}
