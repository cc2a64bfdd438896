package org.plainclaim.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NoteFingerprintTest {
    private static final double CLONE = 0.9;
    private static final int NOTES = 2_000;
    private static final int CLONES = 60;

    private static NoteFingerprint print(String text) {
        return NoteFingerprint.of(NoteShingles.of(text));
    }

    @Test
    void findsSeededClonesAmongTwoThousandNotesWithoutAFalseAlarm() {
        SyntheticNotes notes = new SyntheticNotes(20261123);
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < NOTES; i++) {
            texts.put("Composition/" + i, notes.note());
        }
        Set<String> seeded = new HashSet<>();
        for (int i = 0; i < CLONES; i++) {
            String original = texts.getOrDefault("Composition/" + i, "");
            String clone = SyntheticNotes.copied(i % 2 == 0 ? original : notes.changed(original, 0.95));
            texts.put("Composition/clone-" + i, clone);
            seeded.add("Composition/" + i + " Composition/clone-" + i);
        }
        Set<String> found = clones(texts);
        long right = found.stream().filter(seeded::contains).count();
        System.out.printf(
                "clones among %d notes: precision %.3f, recall %.3f%n",
                texts.size(), (double) right / found.size(), (double) right / seeded.size());
        assertEquals(seeded, found);
    }

    /** As the server does: by bands, then by estimate, then word by word. */
    private static Set<String> clones(Map<String, String> texts) {
        FingerprintIndex index = new FingerprintIndex();
        texts.forEach((note, text) -> index.put(note, print(text)));
        Set<String> found = new HashSet<>();
        texts.forEach((note, text) -> index.near(print(text), CLONE - NoteFingerprint.TOLERANCE).stream()
                .filter(near -> near.note().compareTo(note) < 0)
                .filter(near -> exact(text, texts.getOrDefault(near.note(), "")) >= CLONE)
                .forEach(near -> found.add(near.note() + " " + note)));
        return found;
    }

    private static double exact(String one, String other) {
        return NoteShingles.of(one).similarity(NoteShingles.of(other));
    }

    @Test
    void tellsNinetyFivePercentFromEightyFive() {
        SyntheticNotes notes = new SyntheticNotes(7);
        int near = 0;
        int far = 0;
        int offered = 0;
        for (int i = 0; i < 200; i++) {
            String note = notes.note();
            FingerprintIndex index = new FingerprintIndex();
            index.put("Composition/1", print(note));
            near += clone(index, note, notes.changed(note, 0.95)) ? 1 : 0;
            far += clone(index, note, notes.changed(note, 0.85)) ? 1 : 0;
            offered += index.near(print(notes.changed(note, 0.92)), 0).size();
        }
        System.out.printf("of 200 each: found at 0.95 %d, at 0.85 %d; candidates at 0.92 %d%n", near, far, offered);
        assertEquals(200, near);
        assertEquals(0, far);
        assertTrue(offered >= 198, () -> "bands miss too many");
    }

    private static boolean clone(FingerprintIndex index, String note, String changed) {
        return !index.near(print(changed), CLONE - NoteFingerprint.TOLERANCE).isEmpty()
                && exact(note, changed) >= CLONE;
    }

    @Test
    void anEstimateIsHardlyEverOffByMoreThanTheTolerance() {
        SyntheticNotes notes = new SyntheticNotes(11);
        int off = 0;
        for (int i = 0; i < 500; i++) {
            String note = notes.note();
            String changed = notes.changed(note, 0.5 + 0.001 * i);
            double error = print(note).similarity(print(changed)) - exact(note, changed);
            off += Math.abs(error) > NoteFingerprint.TOLERANCE ? 1 : 0;
        }
        int tooFar = off;
        assertTrue(off <= 15, () -> tooFar + " of 500 are off");
    }

    @Test
    void datesNumbersAndPronounsDoNotTellNotesApart() {
        String note = "On March 3, 2026 at 9:15 am she rated her mood 4/10 and slept 5.5 hours.";
        String copy = "On 04/07/2026 at 10:00 he rated his mood 9/10 and slept 7 hours.";
        assertEquals(1, exact(note, copy));
        assertEquals(print(note), print(copy));
        assertTrue(exact(note, note.replace("slept", "worked")) < 1);
    }

    @Test
    void shortOrEmptyNotesHaveNothingInCommon() {
        assertEquals(0, exact("", ""));
        assertEquals(0, exact("Seen today", "Seen today"));
        assertEquals(0, NoteShingles.of("12:30 -- 03/04/2026").words() - 1);
    }

    @Test
    void aSignatureSurvivesBeingWrittenDown() {
        NoteFingerprint print = print(new SyntheticNotes(3).note());
        assertEquals(print, NoteFingerprint.decoded(print.encoded()));
        assertThrows(IllegalArgumentException.class, () -> NoteFingerprint.decoded("AAAA"));
    }

    @Test
    void bandsOfOneOwnerAreNotThoseOfAnother() {
        NoteFingerprint print = print(new SyntheticNotes(5).note());
        Set<Long> mine = new HashSet<>(print.bandsOf("Patient/1"));
        assertEquals(List.copyOf(mine).size(), print.bands().size());
        assertTrue(print.bandsOf("Patient/2").stream().noneMatch(mine::contains));
        assertEquals(print.bandsOf("Patient/1"), print.bandsOf("Patient/1"));
    }

    @Test
    void theIndexForgetsWhatWasRemovedOrReplaced() {
        SyntheticNotes notes = new SyntheticNotes(9);
        FingerprintIndex index = new FingerprintIndex();
        NoteFingerprint print = print(notes.note());
        index.put("Composition/1", print);
        assertFalse(index.near(print, CLONE).isEmpty());
        index.put("Composition/1", print(notes.note()));
        assertTrue(index.near(print, CLONE).isEmpty());
        index.put("Composition/1", print);
        index.remove("Composition/1");
        assertTrue(index.near(print, 0).isEmpty());
    }
}
