package org.plainclaim.note;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the reader finds in annotated notes; {@code NoteAccuracy} prints the whole tables. */
final class NoteAccuracyTest {
    private static final double PRECISION = 0.99;
    private static final int ENOUGH = 30;
    private static final int ENOUGH_NOTES = 100;

    /** Facts that raise a code. */
    private static final Set<String> RAISING = Set.of(
            NoteFacts.START,
            NoteFacts.STOP,
            NoteFacts.MINUTES,
            NoteFacts.PSYCHOTHERAPY_MINUTES,
            NoteFacts.EVALUATION_MINUTES,
            NoteFacts.MODALITY,
            NoteFacts.ATTENDANCE,
            NoteFacts.GROUP_SIZE,
            NoteFacts.TELEHEALTH);

    /** How much of each was found at least when the development set was measured: of all, and of the certain alone. */
    private static final Map<String, Recall> DEVELOPMENT = Map.of(
            NoteFacts.START, new Recall(0.96, 0.57),
            NoteFacts.STOP, new Recall(0.96, 0.57),
            NoteFacts.MINUTES, new Recall(0.96, 0.68),
            NoteFacts.PSYCHOTHERAPY_MINUTES, new Recall(0.95, 0.68),
            NoteFacts.EVALUATION_MINUTES, new Recall(0.95, 0.74),
            NoteFacts.MODALITY, new Recall(0.97, 0.65),
            NoteFacts.ATTENDANCE, new Recall(0.87, 0.57),
            NoteFacts.GROUP_SIZE, new Recall(0.95, 0.80),
            NoteFacts.TELEHEALTH, new Recall(0.97, 0.74));

    /** Precision and recall of each on notes that were never looked at, of both grades together, as measured. */
    private static final Map<String, Floor> HELD_OUT = Map.of(
            NoteFacts.START, new Floor(0.97, 0.82),
            NoteFacts.STOP, new Floor(0.97, 0.80),
            NoteFacts.MINUTES, new Floor(0.94, 0.73),
            NoteFacts.PSYCHOTHERAPY_MINUTES, new Floor(0.95, 0.85),
            NoteFacts.EVALUATION_MINUTES, new Floor(0.96, 0.86),
            NoteFacts.MODALITY, new Floor(0.92, 0.90),
            NoteFacts.ATTENDANCE, new Floor(0.84, 0.45),
            NoteFacts.GROUP_SIZE, new Floor(0.82, 0.57),
            NoteFacts.TELEHEALTH, new Floor(0.93, 0.82));

    private record Recall(double all, double certain) {}

    private record Floor(double precision, double recall) {}

    @Test
    void findsMostAndNothingWrongOfWhatRaisesACode() throws IOException {
        Tally tally = Tally.ofAll(Scanned.SCANNER).add(notes("development"));
        holdsEach(tally, entry -> new Floor(PRECISION, entry.all()));
    }

    @Test
    void isCertainOfNothingWrong() throws IOException {
        Tally tally = Tally.ofCertain(Scanned.SCANNER).add(notes("development"));
        holdsEach(tally, entry -> new Floor(PRECISION, entry.certain()));
    }

    @Test
    void hasEnoughNotesThatWereNeverLookedAt() throws IOException {
        int notes = notes("held-out").size();
        assertTrue(notes >= ENOUGH_NOTES, () -> "held-out must have " + ENOUGH_NOTES + " notes, it has " + notes);
    }

    @Test
    void readsNotesThatWereNeverLookedAt() throws IOException {
        Tally tally = Tally.ofAll(Scanned.SCANNER).add(notes("held-out"));
        assertEquals(RAISING, HELD_OUT.keySet(), "every fact that raises a code must have been measured");
        assertAll(HELD_OUT.entrySet().stream()
                .map(entry -> (Executable) () -> holds(entry.getKey(), entry.getValue(), tally)));
    }

    /** What counts without being coded was right in 99 of 100 unseen cases, of which there were enough to say so. */
    @Test
    void onlyWhatWasMeasuredToBeRightRaisesACode() throws IOException {
        Tally all = Tally.ofAll(Scanned.SCANNER).add(notes("held-out"));
        Tally certain = Tally.ofCertain(Scanned.SCANNER).add(notes("held-out"));
        assertAll(Files.readAllLines(Path.of("terminology/rules/note-facts.csv")).stream()
                .map(line -> (Executable) () -> mayCount(line, all, certain)));
    }

    private static void mayCount(String line, Tally all, Tally certain) {
        String[] cells = line.split(",", 3);
        boolean ifCertain = cells[1].equals("counts-if-certain");
        if (ifCertain || (cells[1].equals("counts") && RAISING.contains(cells[0]))) {
            Tally.Count count = (ifCertain ? certain : all).count(cells[0]);
            assertTrue(
                    count.precision() >= PRECISION && count.found() >= ENOUGH,
                    () -> line + ": of " + count.found() + " found in held-out " + count.right() + " are right");
        }
    }

    private static List<AnnotatedNote> notes(String set) throws IOException {
        Path folder = AnnotatedNote.SETS.resolve(set);
        assertTrue(Files.isDirectory(folder), () -> folder + " is missing: there is nothing to measure");
        List<AnnotatedNote> notes = AnnotatedNote.of(folder);
        assertFalse(notes.isEmpty(), () -> folder + " has no annotated notes");
        return notes;
    }

    private static void holdsEach(Tally tally, java.util.function.Function<Recall, Floor> floor) {
        assertEquals(RAISING, DEVELOPMENT.keySet());
        assertAll(DEVELOPMENT.entrySet().stream()
                .map(entry -> (Executable) () -> holds(entry.getKey(), floor.apply(entry.getValue()), tally)));
    }

    private static void holds(String fact, Floor floor, Tally tally) {
        Tally.Count count = tally.count(fact);
        List<String> errors = tally.errors().stream()
                .filter(error -> error.contains(" " + fact + " ") || error.contains("fact=" + fact + ","))
                .toList();
        assertTrue(
                count.precision() >= floor.precision(), () -> fact + " precision " + count.precision() + " " + errors);
        assertTrue(count.recall() >= floor.recall(), () -> fact + " recall " + count.recall() + " " + errors);
    }
}
