package org.plainclaim.plausibility;

import java.util.Arrays;
import java.util.List;

/** Every run of three words of a note, as numbers; two notes are as similar as the share of runs that both have. */
public final class NoteShingles {
    private static final int RUN = 3;

    private final long[] sorted;
    private final int words;

    private NoteShingles(long[] sorted, int words) {
        this.sorted = sorted;
        this.words = words;
    }

    public static NoteShingles of(String text) {
        List<String> words = NoteWords.of(text);
        long[] hashes = words.stream().mapToLong(NoteShingles::hash).toArray();
        int runs = Math.max(0, hashes.length - RUN + 1);
        long[] shingles = new long[runs];
        for (int i = 0; i < runs; i++) {
            long run = 0;
            for (int j = i; j < i + RUN; j++) {
                run = Mixing.mix(run + hashes[j]);
            }
            shingles[i] = run;
        }
        return new NoteShingles(Arrays.stream(shingles).sorted().distinct().toArray(), words.size());
    }

    /** How many words the note has, a date counted as one. */
    public int words() {
        return words;
    }

    /** The share of runs that both notes have, from 0 to 1; two notes without any have nothing in common. */
    public double similarity(NoteShingles other) {
        int common = 0;
        int here = 0;
        int there = 0;
        while (here < sorted.length && there < other.sorted.length) {
            int order = Long.compare(sorted[here], other.sorted[there]);
            common += order == 0 ? 1 : 0;
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }
        int all = sorted.length + other.sorted.length - common;
        return all == 0 ? 0 : (double) common / all;
    }

    long[] hashes() {
        return sorted.clone();
    }

    private static long hash(String word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = Mixing.mix(hash + word.charAt(i));
        }
        return hash;
    }
}
