package org.plainclaim.terminology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.codes.CodeMap;
import org.plainclaim.codes.CodeMapping;
import org.plainclaim.codes.Equivalence;

/** Concept maps as tables. */
final class CodeMapLoaderTest {
    private static final String HEAD =
            "source,source_label,target,target_label,equivalence,effective_from,effective_to,citation\n";

    private Path folder;

    @BeforeEach
    void oneMap(@TempDir Path empty) throws IOException {
        folder = empty;
        Files.createDirectories(folder.resolve("concept-maps"));
        write(
                "maps",
                "map,title,source,source_uri,target_uri,citation,verified_on\na,A,from,http://f,http://t,c,2026-11-23\n");
    }

    private void write(String table, String text) throws IOException {
        Files.writeString(folder.resolve("concept-maps/" + table + ".csv"), text);
    }

    private String faults() {
        return String.valueOf(assertThrows(TerminologyFault.class, this::load).getMessage());
    }

    private List<CodeMap> load() {
        return CodeMapLoader.load(new TerminologyFolder(folder));
    }

    @Test
    void translatesBothWaysOnADate() throws IOException {
        write("a", HEAD + "x,X,1,One,wider,2020-01-01,2020-12-31,c\nx,X,2,Two,equivalent,2021-01-01,,c\n");
        CodeMap map = load().get(0);
        List<CodeMapping> old = map.translate("x", LocalDate.of(2020, 12, 31), false);
        assertEquals(List.of("1"), old.stream().map(row -> row.target().code()).toList());
        assertEquals(
                "2",
                map.translate("x", LocalDate.of(2021, 1, 1), false)
                        .get(0)
                        .target()
                        .code());
        CodeMapping back = map.translate("1", LocalDate.of(2020, 1, 1), true).get(0);
        assertEquals("x", back.target().code());
        assertEquals(Equivalence.NARROWER, back.equivalence());
        assertTrue(map.translate("1", LocalDate.of(2021, 1, 1), true).isEmpty());
        assertTrue(map.knows("1", true));
        assertTrue(!map.knows("1", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x,X,1,One,same,2020-01-01,,c; concept-maps/a.csv:2: equivalence",
                "x,X,1,One,wider,2020-13-01,,c; concept-maps/a.csv:2: effective_from",
                "x,X,1,One,wider,2020-02-01,2020-01-01,c; concept-maps/a.csv:2: effective_to",
                "x,X,,One,wider,2020-01-01,,c; concept-maps/a.csv:2: target",
                "x,X,1,One,wider,2020-01-01,,; concept-maps/a.csv:2: citation"
            })
    void namesTheLineAndColumnOfAFault(String row, String place) throws IOException {
        write("a", HEAD + row + "\n");
        assertTrue(faults().contains(place + ": "));
    }

    @Test
    void refusesTheSameRowTwiceForOneDateAStrangeColumnAndAMissingTable() throws IOException {
        write("a", HEAD + "x,X,1,One,wider,2020-01-01,,c\nx,X,1,One,wider,2021-01-01,,c\n");
        assertTrue(faults().contains("a.csv:3: source: "));
        write("a", "source,colour\nx,red\n");
        assertTrue(faults().contains("a.csv:2: colour: "));
        Files.delete(folder.resolve("concept-maps/a.csv"));
        assertTrue(faults().contains("a.csv: the table is missing"));
    }
}
