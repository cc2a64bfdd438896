package org.plainclaim.server.signals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plainclaim.plausibility.NoteFingerprint;
import org.plainclaim.plausibility.NotePair;
import org.plainclaim.plausibility.NoteShingles;
import org.plainclaim.plausibility.WrittenNote;

/** Finds for notes the earlier ones that they are like: by bands, then by estimate, then word by word. */
final class NoteComparison {
    /** Texts at most that one answer reads; after that the estimate stands. */
    private static final int MOST_TEXTS = 1000;

    private final NoteTable table;
    private final Function<String, Optional<NoteShingles>> words;
    private final Map<String, Optional<NoteShingles>> read = new HashMap<>();

    /**
     * Over the table.
     *
     * @param words the words of a note as it is now; empty if it has none that may be read
     */
    NoteComparison(NoteTable table, Function<String, Optional<NoteShingles>> words) {
        this.table = table;
        this.words = words;
    }

    /**
     * Whose notes count, and from where on.
     *
     * @param clinicians the keys of the clinician
     * @param least the least similarity
     * @param sameGroup whether the sessions of two notes are one group
     */
    record Among(Collection<String> clinicians, double least, SameGroup sameGroup) {}

    /** Whether two sessions are one group. */
    interface SameGroup {
        boolean holds(String session, String other);
    }

    /** The nearest earlier note of the patient, and that of another patient, if they are near enough. */
    List<NotePair> pairs(StoredNote stored, Among among) {
        WrittenNote note = stored.note();
        List<StoredNote> candidates = table.before(stored, List.of(note.patient()), among.clinicians()).stream()
                .filter(other -> isEarlier(other.note(), note))
                .toList();
        List<NotePair> pairs = new ArrayList<>();
        Predicate<StoredNote> samePatient = other -> other.note().patient().equals(note.patient());
        nearest(stored, candidates.stream().filter(samePatient).toList(), among).ifPresent(pairs::add);
        nearest(stored, candidates.stream().filter(samePatient.negate()).toList(), among)
                .ifPresent(pairs::add);
        return pairs;
    }

    /** Of another session, and written before; two of one moment are told apart by number. */
    private static boolean isEarlier(WrittenNote other, WrittenNote note) {
        Comparator<WrittenNote> order = Comparator.comparing(
                        WrittenNote::written, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(one -> one.reference().length())
                .thenComparing(WrittenNote::reference);
        return !other.session().equals(note.session()) && order.compare(other, note) < 0;
    }

    private Optional<NotePair> nearest(StoredNote stored, List<StoredNote> candidates, Among among) {
        return candidates.stream()
                .filter(other -> estimate(stored, other) >= among.least() - NoteFingerprint.TOLERANCE)
                .max(Comparator.comparingDouble(other -> estimate(stored, other)))
                .map(other -> pair(stored, other, among))
                .filter(pair -> pair.similarity() >= among.least());
    }

    private NotePair pair(StoredNote stored, StoredNote other, Among among) {
        Optional<NoteShingles> here = shingles(stored.note().reference());
        Optional<NoteShingles> there = shingles(other.note().reference());
        double similarity =
                here.isPresent() && there.isPresent() ? here.get().similarity(there.get()) : estimate(stored, other);
        boolean group =
                among.sameGroup().holds(stored.note().session(), other.note().session());
        return new NotePair(stored.note(), other.note(), similarity, group);
    }

    private static double estimate(StoredNote stored, StoredNote other) {
        NoteFingerprint here = stored.print();
        NoteFingerprint there = other.print();
        return here == null || there == null ? 0 : here.similarity(there);
    }

    private Optional<NoteShingles> shingles(String note) {
        if (!read.containsKey(note) && read.size() >= MOST_TEXTS) {
            return Optional.empty();
        }
        return read.computeIfAbsent(note, words);
    }
}
