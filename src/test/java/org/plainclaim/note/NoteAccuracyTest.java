package org.plainclaim.note;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the reader finds in annotated notes; {@code NoteAccuracy} prints the whole table. */
final class NoteAccuracyTest {
    private static final double PRECISION = 0.99;

    /** Facts that raise a code, and how much of them was found at least when the development set was measured. */
    private static final Map<String, Double> DEVELOPMENT = Map.of(
            NoteFacts.START, 0.95,
            NoteFacts.STOP, 0.95,
            NoteFacts.MINUTES, 0.95,
            NoteFacts.PSYCHOTHERAPY_MINUTES, 0.95,
            NoteFacts.EVALUATION_MINUTES, 0.95,
            NoteFacts.MODALITY, 0.95,
            NoteFacts.ATTENDANCE, 0.85,
            NoteFacts.GROUP_SIZE, 0.95,
            NoteFacts.TELEHEALTH, 0.95);

    /** Precision and recall of each fact on notes that were never looked at, as measured. */
    private static final Map<String, Floor> HELD_OUT = Map.of(
            NoteFacts.START, new Floor(0.94, 0.86),
            NoteFacts.STOP, new Floor(0.92, 0.90),
            NoteFacts.MINUTES, new Floor(0.92, 0.66),
            NoteFacts.PSYCHOTHERAPY_MINUTES, new Floor(1.00, 0.66),
            NoteFacts.EVALUATION_MINUTES, new Floor(1.00, 1.00),
            NoteFacts.MODALITY, new Floor(0.96, 0.96),
            NoteFacts.ATTENDANCE, new Floor(0.90, 0.63),
            NoteFacts.GROUP_SIZE, new Floor(0.83, 0.83),
            NoteFacts.TELEHEALTH, new Floor(0.88, 0.66));

    private static final int ENOUGH = 30;

    private record Floor(double precision, double recall) {}

    @Test
    void findsMostAndNothingWrongOfWhatRaisesACode() throws IOException {
        Tally tally = tally(AnnotatedNote.SETS.resolve("development"));
        assertAll(DEVELOPMENT.entrySet().stream()
                .map(entry -> (Executable) () -> holds(entry.getKey(), new Floor(PRECISION, entry.getValue()), tally)));
    }

    @Test
    void readsNotesThatWereNeverLookedAt() throws IOException {
        Tally tally = tally(AnnotatedNote.SETS.resolve("held-out"));
        assertAll(HELD_OUT.entrySet().stream()
                .map(entry -> (Executable) () -> holds(entry.getKey(), entry.getValue(), tally)));
    }

    /** What counts without being coded was right in 99 of 100 unseen cases, of which there were enough to say so. */
    @Test
    void onlyWhatWasMeasuredToBeRightRaisesACode() throws IOException {
        Tally tally = tally(AnnotatedNote.SETS.resolve("held-out"));
        for (String line : Files.readAllLines(Path.of("terminology/rules/note-facts.csv"))) {
            String[] cells = line.split(",", 3);
            if (cells[1].equals("counts") && HELD_OUT.containsKey(cells[0])) {
                Tally.Count count = tally.count(cells[0]);
                assertTrue(count.precision() >= PRECISION && count.found() >= ENOUGH, line);
            }
        }
    }

    private static Tally tally(Path folder) throws IOException {
        List<AnnotatedNote> notes = AnnotatedNote.of(folder);
        assertFalse(notes.isEmpty(), () -> folder + " has no annotated notes");
        return Tally.ofAll(Scanned.SCANNER).add(notes);
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
