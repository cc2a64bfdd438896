package org.plainclaim.terminology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.note.Mention;
import org.plainclaim.note.NoteScanner;

final class NoteWordsLoaderTest {
    private static final String TEXT = "Session 10:00-10:45. Did a values compass walk with pt.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void copyTheShippedFolder() throws IOException {
        CopiedFolder.shippedTo(folder);
    }

    @Test
    void aSynonymNeedsARowAndNoJava() throws IOException {
        assertEquals(List.of(), modalities());
        append("modality-words", "values compass,act,,a public source,2026-11-23\n");
        assertEquals(List.of("act"), modalities());
    }

    @Test
    void theWordsArePartOfTheRelease() throws IOException {
        String before = digest();
        append("modality-words", "values compass,act,,a public source,2026-11-23\n");
        assertNotEquals(before, digest());
    }

    @Test
    void reportsEveryFaultWithFileLineAndColumn() throws IOException {
        int line = Files.readAllLines(file("attendance-words")).size() + 1;
        append("attendance-words", "came by,here,sometimes,,soon\nx||y,present,,a source,2026-11-23\n");
        append("number-words", "dozen,a dozen,,a source,2026-11-23\n");
        append("modality-words", "C.B.T.,cbt,,a source,2026-11-23\nthought-record,cbt,,a source,2026-11-23\n");
        Files.writeString(file("no-such-words"), "words,meaning\n");
        String report = faults();
        String row = "note/attendance-words.csv:" + line;
        assertTrue(report.contains(row + ": meaning: 'here' must be one of"), report);
        assertTrue(report.contains(row + ": only: must be of"), report);
        assertTrue(report.contains(row + ": citation: is empty"), report);
        assertTrue(report.contains(row + ": verified_on: must be a date"), report);
        assertTrue(report.contains("words: has an empty value"), report);
        assertTrue(report.contains("number-words.csv") && report.contains("must be a whole number"), report);
        assertTrue(report.contains("'thought-record' stands twice"), report);
        assertTrue(report.contains("note/no-such-words.csv: nobody reads this file"), report);
    }

    @Test
    void missesATableThatIsNotThere() throws IOException {
        Files.delete(file("scope-words"));
        assertTrue(faults().contains("note/scope-words.csv: the file is missing"), faults());
    }

    private List<Object> modalities() {
        return new NoteScanner(NoteWordsLoader.load(new TerminologyFolder(folder)))
                .scan(TEXT).stream()
                        .filter(mention -> mention.fact().equals("modality"))
                        .map(Mention::value)
                        .toList();
    }

    private String digest() {
        return RuleLoader.load(new TerminologyFolder(folder)).release().digest();
    }

    private String faults() {
        return String.valueOf(
                assertThrows(TerminologyFault.class, () -> NoteWordsLoader.load(new TerminologyFolder(folder)))
                        .getMessage());
    }

    private Path file(String table) {
        return folder.resolve("note/" + table + ".csv");
    }

    private void append(String table, String text) throws IOException {
        Files.writeString(file(table), text, StandardOpenOption.APPEND);
    }
}
