package org.plainclaim.note;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader finds in annotated notes; {@code NoteAccuracy} prints the whole table. */
final class NoteAccuracyTest {
    private static final double PRECISION = 0.99;

    /** Facts that raise a code, and how much of them was found at least when this was measured. */
    private static final Map<String, Double> RECALL = Map.of(
            NoteFacts.START, 0.97,
            NoteFacts.STOP, 0.97,
            NoteFacts.MINUTES, 0.95,
            NoteFacts.PSYCHOTHERAPY_MINUTES, 0.95,
            NoteFacts.EVALUATION_MINUTES, 0.95,
            NoteFacts.MODALITY, 0.97,
            NoteFacts.ATTENDANCE, 0.95,
            NoteFacts.GROUP_SIZE, 0.95,
            NoteFacts.TELEHEALTH, 0.92);

    @ParameterizedTest
    @ValueSource(strings = {"development"})
    void findsMostAndNothingWrongOfWhatRaisesACode(String set) throws IOException {
        Path folder = AnnotatedNote.SETS.resolve(set);
        assumeTrue(Files.isDirectory(folder), "NO ANNOTATED NOTES: " + folder + " is missing, nothing was measured");
        Tally tally = new Tally(Scanned.SCANNER).add(AnnotatedNote.of(folder));
        assertAll(RECALL.entrySet().stream()
                .map(entry -> (Executable) () -> holds(entry.getKey(), entry.getValue(), tally)));
    }

    private static void holds(String fact, double recall, Tally tally) {
        Tally.Count count = tally.count(fact);
        List<String> errors = tally.errors().stream()
                .filter(error -> error.contains(" " + fact + " ") || error.contains("fact=" + fact + ","))
                .toList();
        assertTrue(count.precision() >= PRECISION, () -> fact + " precision " + count.precision() + " " + errors);
        assertTrue(count.recall() >= recall, () -> fact + " recall " + count.recall() + " " + errors);
    }
}
