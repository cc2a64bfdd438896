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

    /** Precision and recall of each fact on notes that were never looked at: to be filled in when they are measured. */
    private static final Map<String, Floor> HELD_OUT = Map.of();

    private record Floor(double precision, double recall) {}

    @Test
    void findsMostAndNothingWrongOfWhatRaisesACode() throws IOException {
        Tally tally = tally(AnnotatedNote.SETS.resolve("development"));
        assertAll(DEVELOPMENT.entrySet().stream()
                .map(entry -> (Executable) () -> holds(entry.getKey(), new Floor(PRECISION, entry.getValue()), tally)));
    }

    /** The folder is there or it is not; if it is, it is measured. */
    @Test
    void readsNotesThatWereNeverLookedAt() throws IOException {
        Path folder = AnnotatedNote.SETS.resolve("held-out");
        if (Files.isDirectory(folder)) {
            Tally tally = tally(folder);
            assertAll(HELD_OUT.entrySet().stream()
                    .map(entry -> (Executable) () -> holds(entry.getKey(), entry.getValue(), tally)));
        }
    }

    private static Tally tally(Path folder) throws IOException {
        List<AnnotatedNote> notes = AnnotatedNote.of(folder);
        assertFalse(notes.isEmpty(), () -> folder + " has no annotated notes");
        return new Tally(Scanned.SCANNER).add(notes);
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
