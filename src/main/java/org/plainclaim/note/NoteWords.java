package org.plainclaim.note;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every word of every table: a text is gone through once for all of them. */
public final class NoteWords {
    private static final int SKIPPED_IN_A_ROW = 2;

    private final WordTree tree;

    /** Keeps its own copy of the words. */
    public NoteWords(List<NoteWord> words) {
        this.tree = new WordTree(words);
    }

    /** The longest words of each table, none inside another of the same table, in the order of the text; a table without any is not there. */
    Map<NoteTable, List<Hit>> in(Tokens tokens) {
        Search search = new Search(tree, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            search.from(i);
        }
        return search.hits;
    }

    /** One text being gone through. */
    private static final class Search {
        private final WordTree tree;
        private final Tokens tokens;
        private final int[] numbers;
        private final Map<NoteTable, List<Hit>> hits = new EnumMap<>(NoteTable.class);
        private final Map<NoteTable, Hit> longest = new EnumMap<>(NoteTable.class);

        Search(WordTree tree, Tokens tokens) {
            this.tree = tree;
            this.tokens = tokens;
            this.numbers = tree.numbered(tokens);
        }

        void from(int from) {
            int node = tree.first(numbers[from]);
            if (node != WordTree.NOWHERE) {
                walk(from, node);
                if (!longest.isEmpty()) {
                    longest.forEach(this::keep);
                    longest.clear();
                }
            }
        }

        private void keep(NoteTable table, Hit hit) {
            List<Hit> kept = hits.computeIfAbsent(table, any -> new ArrayList<>());
            if (kept.isEmpty() || kept.get(kept.size() - 1).to() <= hit.from()) {
                kept.add(hit);
            }
        }

        private void walk(int from, int first) {
            int node = first;
            found(node, from, from + 1);
            int skipped = 0;
            for (int i = from + 1; i < numbers.length && tree.goesOn(node); i++) {
                int next = tree.next(node, numbers[i]);
                if (next == WordTree.NOWHERE) {
                    if (!isSkipped(i) || ++skipped > SKIPPED_IN_A_ROW) {
                        return;
                    }
                } else {
                    skipped = 0;
                    node = next;
                    found(node, from, i + 1);
                }
            }
        }

        private void found(int node, int from, int to) {
            for (WordTree.Ending ending : tree.endings(node)) {
                NoteWord word = ending.word();
                String exactly = ending.exactly();
                if (exactly == null || exactly.equals(WordTree.joined(tokens.written(from, to)))) {
                    longest.put(word.table(), new Hit(word, from, to));
                }
            }
        }

        /** A hyphen, or a line that breaks inside words that belong together. */
        private boolean isSkipped(int i) {
            return tokens.is(i, "-") || (tokens.at(i).isBreak() && !tokens.isCapital(i + 1));
        }
    }
}
