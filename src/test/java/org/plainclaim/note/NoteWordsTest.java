package org.plainclaim.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the tree of words finds is what comparing each word at each place finds. */
final class NoteWordsTest {
    private static final List<NoteWord> WORDS = List.of(
            word(NoteTable.CLOCK_WORDS, "a"),
            word(NoteTable.CLOCK_WORDS, "a b"),
            word(NoteTable.CLOCK_WORDS, "a b c a"),
            word(NoteTable.SCOPE_WORDS, "a b c"),
            word(NoteTable.SCOPE_WORDS, "b-c"),
            word(NoteTable.GROUP_WORDS, "c"),
            word(NoteTable.GROUP_WORDS, "c c"),
            new NoteWord(NoteTable.RISK_WORDS, "B C", List.of("both"), Set.of("exact")),
            new NoteWord(NoteTable.RISK_WORDS, "b", List.of("both"), Set.of("exact")));

    private static NoteWord word(NoteTable table, String words) {
        return new NoteWord(table, words, List.of("any"), Set.of());
    }

    @Property(tries = 2000)
    void findsTheLongestWordOfEachTable(@ForAll("texts") String text) {
        Tokens tokens = Tokens.of(text);
        Map<NoteTable, List<Hit>> found = new TreeMap<>(new NoteWords(WORDS).in(tokens));
        assertEquals(expected(tokens), found, text);
    }

    private static Map<NoteTable, List<Hit>> expected(Tokens tokens) {
        Map<NoteTable, List<Hit>> expected = new TreeMap<>();
        for (NoteTable table : NoteTable.values()) {
            List<Hit> kept = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                Hit longest = longest(tokens, i, table);
                if (longest != null
                        && (kept.isEmpty() || kept.get(kept.size() - 1).to() <= i)) {
                    kept.add(longest);
                }
            }
            if (!kept.isEmpty()) {
                expected.put(table, kept);
            }
        }
        return expected;
    }

    private static @org.jspecify.annotations.Nullable Hit longest(Tokens tokens, int from, NoteTable table) {
        Hit longest = null;
        for (NoteWord word : WORDS) {
            int to = word.table() == table ? behind(tokens, from, word) : -1;
            if (to > 0 && (longest == null || to > longest.to())) {
                longest = new Hit(word, from, to);
            }
        }
        return longest;
    }

    /** The token behind a word that begins at a place; -1 if it does not. Up to two hyphens and wrapped lines stand between its parts. */
    private static int behind(Tokens tokens, int from, NoteWord word) {
        String[] parts = word.words().split("[ -]", -1);
        int i = from;
        for (int part = 0; part < parts.length; part++) {
            int skipped = 0;
            while (part > 0 && skipped < 2 && isBetween(tokens, i)) {
                i++;
                skipped++;
            }
            if (!tokens.is(i, parts[part].toLowerCase(java.util.Locale.ROOT))) {
                return -1;
            }
            i++;
        }
        String written = tokens.written(from, i).replaceAll("[-\\s]", "");
        return word.only().contains("exact") && !written.equals(word.words().replace(" ", "")) ? -1 : i;
    }

    private static boolean isBetween(Tokens tokens, int i) {
        return tokens.is(i, "-") || (tokens.at(i).isBreak() && !tokens.isCapital(i + 1));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "B", "C", "a b", " ", " ", "-", "\n", "x", ".")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }
}
