package org.plainclaim.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words of the tables as one tree: the first word leads from the root to a node, each further one from node to node, and at a node
 * the words of tables end that are written so.
 *
 * <p>Nodes are numbers, those that follow one node stand beside each other, and all that is gone through is a few short arrays.
 */
final class WordTree {
    /** The root, which no word leads to. */
    static final int NOWHERE = 0;

    private static final Ending[] NONE = {};

    private final WordNumbers numbers;

    /** By the number of a first word, its node. */
    private final int[] first;

    /** By node, the first of those that follow it; the next node's first is behind the last. */
    private final int[] following;

    /** By node, the number of the word that leads to it. */
    private final int[] words;

    private final Ending[][] endings;

    /** A word that ends at a node; if it has to be written exactly, how that is without blanks and hyphens. */
    record Ending(NoteWord word, @Nullable String exactly) {}

    /** A node while the tree grows. */
    private static final class Draft {
        private final Map<String, Draft> next = new TreeMap<>();
        private final List<Ending> ends = new ArrayList<>();
    }

    WordTree(List<NoteWord> all) {
        Draft root = new Draft();
        Set<String> spelled = new TreeSet<>();
        all.forEach(word -> add(word, root, spelled));
        this.numbers = new WordNumbers(spelled);
        List<Draft> nodes = new ArrayList<>(List.of(root));
        List<Integer> leading = new ArrayList<>(List.of(WordNumbers.NONE));
        List<Integer> behind = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            behind.add(nodes.size());
            nodes.get(node).next.forEach((word, next) -> {
                nodes.add(next);
                leading.add(numbers.of(word));
            });
        }
        behind.add(nodes.size());
        this.following = behind.stream().mapToInt(Integer::intValue).toArray();
        this.words = leading.stream().mapToInt(Integer::intValue).toArray();
        this.endings = nodes.stream()
                .map(node -> node.ends.isEmpty() ? NONE : node.ends.toArray(Ending[]::new))
                .toArray(Ending[][]::new);
        this.first = new int[numbers.size()];
        for (int node = following[NOWHERE]; node < following[NOWHERE + 1]; node++) {
            first[words[node]] = node;
        }
    }

    private static void add(NoteWord word, Draft root, Set<String> spelled) {
        Tokens tokens = Tokens.of(word.words());
        Draft node = root;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.is(i, "-")) {
                spelled.add(tokens.at(i).word());
                node = node.next.computeIfAbsent(tokens.at(i).word(), key -> new Draft());
            }
        }
        boolean exact = word.only().contains("exact");
        node.ends.add(new Ending(word, exact ? joined(word.words()) : null));
    }

    /** The number of each token; of most there is none. */
    int[] numbered(Tokens tokens) {
        int[] found = new int[tokens.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = numbers.of(tokens.at(i).word());
        }
        return found;
    }

    /** The node that a first word leads to; {@link #NOWHERE} if none begins so. */
    int first(int number) {
        return number == WordNumbers.NONE ? NOWHERE : first[number];
    }

    /** The node that a word leads to from a node; {@link #NOWHERE} if none goes on so. */
    int next(int node, int number) {
        if (number != WordNumbers.NONE) {
            for (int next = following[node]; next < following[node + 1]; next++) {
                if (words[next] == number) {
                    return next;
                }
            }
        }
        return NOWHERE;
    }

    /** True if words go on from a node. */
    boolean goesOn(int node) {
        return following[node] < following[node + 1];
    }

    /** The words that end at a node. */
    Ending[] endings(int node) {
        return endings[node];
    }

    /** Without blanks and hyphens. */
    static String joined(String written) {
        StringBuilder joined = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (" \t\n\u000b\f\r-\u2010\u2011".indexOf(c) < 0) {
                joined.append(c);
            }
        }
        return joined.toString();
    }
}
