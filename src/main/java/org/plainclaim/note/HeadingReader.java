package org.plainclaim.note;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds headings: {@code S:}, {@code ## Plan}, {@code MENTAL STATUS}, {@code Risk -}, {@code Time In ....}, {@code Plan |}. */
final class HeadingReader {
    private static final Set<String> BULLETS = Set.of("-", "*", "#", ">", "|", "\u2022", "_", "~");
    private static final Set<String> ENDS = Set.of(":", "=", "|");
    private static final Set<String> ENDS_AT_LINE = Set.of("-", "\u2013", ")", ">", ".");
    private static final int LONGEST_LABEL = 5;
    private static final int WIDE_GAP = 3;

    private final Tokens tokens;
    private final Layout layout;
    private final Map<Integer, Hit> words = new HashMap<>();
    private final List<Heading> found = new ArrayList<>();

    private HeadingReader(Tokens tokens, Layout layout, List<Hit> hits) {
        this.tokens = tokens;
        this.layout = layout;
        hits.forEach(hit -> words.put(hit.from(), hit));
    }

    static List<Heading> read(Tokens tokens, Layout layout, List<Hit> hits) {
        HeadingReader reader = new HeadingReader(tokens, layout, hits);
        int i = 0;
        while (i < tokens.size()) {
            Heading heading = layout.beginsField(i) && !tokens.is(i - 1, ";") ? reader.at(i) : null;
            if (heading != null) {
                reader.found.add(heading);
            }
            i = heading == null ? i + 1 : Math.max(i + 1, heading.body());
        }
        return reader.ended();
    }

    private @Nullable Heading at(int i) {
        boolean line = layout.lines().from(i) == i;
        int first = i;
        while (tokens.isAnyOf(first, BULLETS) && first - i < LONGEST_LABEL) {
            first++;
        }
        Hit hit = words.get(first);
        int body = hit == null ? -1 : bodyAfter(hit, line);
        if (hit != null && body >= 0) {
            return new Heading(hit.meaning(), first, body, tokens.size());
        }
        return line ? unknown(first) : null;
    }

    /** Where the text under a heading begins; -1 if the words are no heading. */
    private int bodyAfter(Hit hit, boolean line) {
        int i = afterBracket(hit.to());
        while (tokens.is(i, "*")) {
            i++;
        }
        if (tokens.isAnyOf(i, ENDS) || isDots(i)) {
            return afterMarks(i);
        }
        boolean letter = tokens.at(hit.to() - 1).to() - tokens.at(hit.from()).from() == 1;
        if (line && tokens.isAnyOf(i, ENDS_AT_LINE) && (!letter || tokens.touchesPrevious(i))) {
            return afterMarks(i);
        }
        if (letter || !line) {
            return -1;
        }
        boolean alone = tokens.at(i).isBreak() || i >= tokens.size();
        boolean field = tokens.gapBefore(i) >= WIDE_GAP || tokens.isTabBefore(i);
        return alone || field || isDictated(hit, i) ? i : -1;
    }

    /** In a dictated text without marks, a line that begins with the word. */
    private boolean isDictated(Hit hit, int i) {
        return hit.word().only().contains("dictated")
                && !tokens.isCapital(hit.from())
                && tokens.at(i).isWord();
    }

    private int afterBracket(int i) {
        if (!tokens.is(i, "(")) {
            return i;
        }
        for (int j = i + 1; j < i + LONGEST_LABEL + 2; j++) {
            if (tokens.is(j, ")")) {
                return j + 1;
            }
        }
        return i;
    }

    private boolean isDots(int i) {
        return tokens.is(i, ".") && tokens.is(i + 1, ".") && tokens.is(i + 2, ".");
    }

    private int afterMarks(int i) {
        int body = i + 1;
        while (tokens.is(body, "*") || tokens.is(body, ".") || tokens.is(body, "-")) {
            body++;
        }
        return body;
    }

    /** A label that no table knows still ends what stands above it. */
    private @Nullable Heading unknown(int first) {
        int i = first;
        while (i - first < LONGEST_LABEL
                && (tokens.at(i).isWord() || tokens.at(i).isNumber() || tokens.is(i, "/"))) {
            i++;
        }
        boolean label = i > first && tokens.isCapital(first) && tokens.isAnyOf(i, ENDS);
        return label ? new Heading("other", first, i + 1, tokens.size()) : null;
    }

    private List<Heading> ended() {
        List<Heading> ended = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int next = i + 1 < found.size() ? found.get(i + 1).from() : tokens.size();
            ended.add(found.get(i).until(endOf(found.get(i), next)));
        }
        return problemBeforePlan(ended);
    }

    /** An empty line ends what stands under a heading, a plan in the line of its heading ends with its line, and a booked time there with its sentence. */
    private int endOf(Heading heading, int next) {
        int i = heading.body();
        boolean inline = i < next && !tokens.at(i).isBreak();
        while (i < next && tokens.at(i).isBreak()) {
            i++;
        }
        while (i < next && !(tokens.at(i).isBreak() && tokens.at(i + 1).isBreak())) {
            boolean ends = heading.section().equals("plan")
                    ? layout.lines().to(i) == i + 1
                    : heading.section().equals("booked") && layout.sentences().to(i) == i + 1;
            if (inline && ends) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** Of two headings {@code P} the first is the problem. */
    private List<Heading> problemBeforePlan(List<Heading> headings) {
        List<Integer> letters = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (tokens.is(headings.get(i).from(), "p")
                    && headings.get(i).section().equals("plan")) {
                letters.add(i);
            }
        }
        if (letters.size() == 2) {
            int first = letters.get(0);
            headings.set(first, headings.get(first).as("presenting-problem"));
        }
        return headings;
    }
}
