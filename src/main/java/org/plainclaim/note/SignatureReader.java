package org.plainclaim.note;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who signed: a name and its credentials on a line of their own, or behind words that say who signed. */
final class SignatureReader {
    private static final int LONGEST_NAME = 5;
    private static final Set<String> LEADS = Set.of("*", "~", "_", "-", "\u2013", ":", "=", "|", ".", "/", ",", ">");
    private static final int FILLERS = 40;

    private final Page page;
    private final Tokens tokens;
    private final Map<Integer, Hit> credentials = new HashMap<>();
    private final Set<Integer> labels = new HashSet<>();
    private final Set<Integer> read = new HashSet<>();

    SignatureReader(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        page.hits(NoteTable.CREDENTIAL_WORDS).forEach(hit -> credentials.put(hit.from(), hit));
        page.hits(NoteTable.SIGNATURE_WORDS).forEach(hit -> labels.add(hit.from()));
    }

    void read() {
        if (credentials.isEmpty()) {
            return;
        }
        for (Hit hit : page.hits(NoteTable.SIGNATURE_WORDS)) {
            sign(skip(hit.to()), true);
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (page.layout().lines().from(i) == i) {
                int first = skip(i);
                sign(tokens.is(first, "[") ? afterBracket(first) : first, false);
            }
        }
    }

    private int skip(int from) {
        int i = from;
        while (i - from < FILLERS && tokens.isAnyOf(i, LEADS)) {
            i++;
        }
        return i;
    }

    private int afterBracket(int from) {
        for (int i = from; i < from + 10; i++) {
            if (tokens.is(i, "]")) {
                return skip(i + 1);
            }
        }
        return from;
    }

    private void sign(int from, boolean named) {
        int name = nameFrom(from, named);
        int behind = name < 0 ? -1 : endOfName(from, named);
        if (behind < 0 || page.scope().quoted(from)) {
            return;
        }
        int to = endOfCredentials(behind);
        boolean line = named || endsLine(to);
        if (to > behind && line && read.add(from)) {
            page.state(NoteFacts.SIGNATURE, tokens.written(from, to), from, to);
        }
    }

    private int nameFrom(int from, boolean named) {
        boolean starts = tokens.at(from).isWord() && (named || tokens.isCapital(from));
        return starts && !credentials.containsKey(from) && !labels.contains(from) ? from : -1;
    }

    /** The token behind a name of one to five words; -1 if no credential follows. */
    private int endOfName(int from, boolean named) {
        int words = 0;
        for (int i = from; i < tokens.size() && words <= LONGEST_NAME; i++) {
            Hit credential = credentials.get(i);
            if (words > 0 && credential != null && tokens.gapBefore(i) > 0) {
                return i;
            }
            if (tokens.is(i, ",")) {
                return words > 0 && credentials.containsKey(i + 1) ? i + 1 : -1;
            }
            boolean part = tokens.at(i).isWord() && (named || tokens.isCapital(i));
            boolean joint = tokens.isAnyOf(i, Set.of(".", "-", "'"));
            if (!part && !joint) {
                return -1;
            }
            words += part && !tokens.touchesPrevious(i) ? 1 : 0;
        }
        return -1;
    }

    /** Credentials that follow each other, with commas between them or without. */
    private int endOfCredentials(int from) {
        int to = from;
        @Nullable Hit credential = credentials.get(from);
        while (credential != null) {
            to = credential.to();
            int next = tokens.is(to, ",") ? to + 1 : to;
            credential = next < tokens.size() && !tokens.at(next).isBreak() ? credentials.get(next) : null;
        }
        boolean dotted = tokens.is(to, ".") && tokens.is(to - 2, ".") && tokens.touchesPrevious(to);
        return dotted ? to + 1 : to;
    }

    /** Nothing but marks, dates and times, brackets or a few words of the program stand behind a signature. */
    private boolean endsLine(int to) {
        if (to >= tokens.size()) {
            return true;
        }
        Token next = tokens.at(to);
        return !next.isWord()
                || tokens.gapBefore(to) > 1
                || Set.of("on", "dictated", "electronically", "signed").contains(next.word());
    }
}
