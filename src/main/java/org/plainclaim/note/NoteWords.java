package org.plainclaim.note;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every word of every table, as one tree of words: a text is gone through once for all of them. */
public final class NoteWords {
    private static final int SKIPPED_IN_A_ROW = 2;

    private final Node root = new Node();

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Ending> words = new ArrayList<>();
    }

    /** A word that ends at a node; whether it has to be written exactly is asked for every hit. */
    private record Ending(NoteWord word, boolean exact) {}

    /** Keeps its own copy of the words. */
    public NoteWords(List<NoteWord> words) {
        words.forEach(this::add);
    }

    private void add(NoteWord word) {
        Tokens tokens = Tokens.of(word.words());
        Node node = root;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.is(i, "-")) {
                node = node.next.computeIfAbsent(tokens.at(i).word(), key -> new Node());
            }
        }
        node.words.add(new Ending(word, word.only().contains("exact")));
    }

    /** The longest words of each table, none inside another of the same table, in the order of the text. */
    Map<NoteTable, List<Hit>> in(Tokens tokens) {
        Map<NoteTable, List<Hit>> hits = new EnumMap<>(NoteTable.class);
        for (NoteTable table : NoteTable.values()) {
            hits.put(table, new ArrayList<>());
        }
        Map<NoteTable, Hit> longest = new EnumMap<>(NoteTable.class);
        for (int i = 0; i < tokens.size(); i++) {
            longest.clear();
            walk(tokens, i, longest);
            longest.forEach((table, hit) -> keep(hit, hits.getOrDefault(table, new ArrayList<>())));
        }
        return hits;
    }

    private static void keep(Hit hit, List<Hit> kept) {
        if (kept.isEmpty() || kept.get(kept.size() - 1).to() <= hit.from()) {
            kept.add(hit);
        }
    }

    private void walk(Tokens tokens, int from, Map<NoteTable, Hit> longest) {
        @Nullable Node node = root;
        int skipped = 0;
        for (int i = from; i < tokens.size(); i++) {
            Node next = node.next.get(tokens.at(i).word());
            if (next == null) {
                if (node == root || !isSkipped(tokens, i) || ++skipped > SKIPPED_IN_A_ROW) {
                    return;
                }
                continue;
            }
            skipped = 0;
            node = next;
            found(node, tokens, new int[] {from, i + 1}, longest);
        }
    }

    private static void found(Node node, Tokens tokens, int[] range, Map<NoteTable, Hit> longest) {
        for (Ending ending : node.words) {
            NoteWord word = ending.word();
            if (!ending.exact() || isExact(word, tokens.written(range[0], range[1]))) {
                longest.put(word.table(), new Hit(word, range[0], range[1]));
            }
        }
    }

    private static boolean isExact(NoteWord word, String written) {
        return word.words().replaceAll("[-\\s]", "").equals(written.replaceAll("[-\u2010\u2011\\s]", ""));
    }

    /** A hyphen, or a line that breaks inside words that belong together. */
    private static boolean isSkipped(Tokens tokens, int i) {
        return tokens.is(i, "-") || (tokens.at(i).isBreak() && !tokens.isCapital(i + 1));
    }
}
