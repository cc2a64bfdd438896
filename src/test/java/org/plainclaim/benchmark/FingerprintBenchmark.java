package org.plainclaim.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plainclaim.plausibility.FingerprintIndex;
import org.plainclaim.plausibility.NoteFingerprint;
import org.plainclaim.plausibility.NoteShingles;
import org.plainclaim.plausibility.SyntheticNotes;

/** How long it takes to fingerprint, index and look up notes, for 1,000, 10,000 and 100,000 notes. */
public final class FingerprintBenchmark {
    private static final int LOOKUPS = 1_000;

    private FingerprintBenchmark() {}

    /** Prints one line for each size; the first, a warm-up, is to be left out. */
    public static void main(String[] sizes) {
        for (int size : new int[] {5_000, 1_000, 10_000, 100_000}) {
            measure(size);
        }
    }

    private static void measure(int size) {
        SyntheticNotes notes = new SyntheticNotes(size);
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(notes.note());
        }
        long start = System.nanoTime();
        List<NoteFingerprint> prints =
                texts.stream().map(NoteShingles::of).map(NoteFingerprint::of).toList();
        long printed = System.nanoTime();
        FingerprintIndex index = new FingerprintIndex();
        for (int i = 0; i < size; i++) {
            index.put("Composition/" + i, prints.get(i));
        }
        long indexed = System.nanoTime();
        int found = 0;
        int step = Math.max(1, size / LOOKUPS);
        int lookups = 0;
        for (int i = 0; i < size; i += step) {
            found += index.near(prints.get(i), 0.8).size();
            lookups++;
        }
        long lookedUp = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%,d notes: fingerprint %.1f us, index %.1f us, look-up %.1f us each; %d look-ups found %d%n",
                size,
                (printed - start) / 1e3 / size,
                (indexed - printed) / 1e3 / size,
                (lookedUp - indexed) / 1e3 / lookups,
                lookups,
                found);
    }
}
