package org.plainclaim.plausibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fingerprints in memory, in which the like of one are found without looking at all. Not for several threads. */
public final class FingerprintIndex {
    private final Map<String, NoteFingerprint> notes = new HashMap<>();
    private final Map<Long, List<String>> byBand = new HashMap<>();

    /**
     * A note like the one asked about.
     *
     * @param note its reference
     * @param similarity the estimated similarity
     */
    public record Near(String note, double similarity) {}

    /** Takes in a note, in place of an earlier one of this reference. */
    public void put(String note, NoteFingerprint fingerprint) {
        remove(note);
        notes.put(note, fingerprint);
        fingerprint.bands().forEach(band -> byBand.computeIfAbsent(band, none -> new ArrayList<>(1))
                .add(note));
    }

    public void remove(String note) {
        NoteFingerprint known = notes.remove(note);
        if (known != null) {
            known.bands()
                    .forEach(band -> byBand.computeIfPresent(band, (key, list) -> {
                        list.remove(note);
                        return list.isEmpty() ? null : list;
                    }));
        }
    }

    /** The notes that are at least that similar by estimate, the nearest first. */
    public List<Near> near(NoteFingerprint fingerprint, double least) {
        Set<String> candidates = new HashSet<>();
        fingerprint.bands().forEach(band -> candidates.addAll(byBand.getOrDefault(band, List.of())));
        List<Near> found = new ArrayList<>();
        for (String candidate : candidates) {
            NoteFingerprint other = notes.get(candidate);
            double similarity = other == null ? 0 : other.similarity(fingerprint);
            if (similarity >= least) {
                found.add(new Near(candidate, similarity));
            }
        }
        found.sort(Comparator.comparingDouble(Near::similarity).reversed().thenComparing(Near::note));
        return found;
    }
}
