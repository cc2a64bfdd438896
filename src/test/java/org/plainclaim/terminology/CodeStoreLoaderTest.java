package org.plainclaim.terminology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.Validity;

final class CodeStoreLoaderTest {
    private static final String SYSTEMS = "system,uri,label,release,effective_from,effective_to,citation,verified_on\n";
    private static final String CODES =
            "code,label,leaf,effective_from,effective_to,citation,verified_on,confidence,comment\n";

    @TempDir
    private Path folder = Path.of("unset");

    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void aSystem() throws IOException {
        write("systems", SYSTEMS + "made,urn:made,Made,1,2020-01-01,,a test,2026-11-23\n");
        write("made", CODES + "A,First,yes,2020-01-01,,a test,2026-11-23,reported,\n");
    }

    @Test
    void loadsWhatIsThere() {
        assertEquals(Validity.VALID, validity("made", "A", "2020-01-01"));
        assertEquals(List.of(), faults);
    }

    @Test
    void namesACodeThatStandsTwiceForOneDate() throws IOException {
        append("made", "A,Again,yes,2021-01-01,,a test,2026-11-23,reported,\n");
        assertEquals(
                List.of("codes/made.csv:3: code: 'A' stands twice for one date: already 2020-01-01..;"
                        + " remove one row, or end the earlier one"),
                load());
    }

    @Test
    void takesACodeThatCameBackInAnyOrder() throws IOException {
        write("made", CODES);
        append("made", "A,Header,no,2021-01-01,,a test,2026-11-23,reported,\n");
        append("made", "A,Leaf,yes,,2020-12-31,a test,2026-11-23,reported,\n");
        assertEquals(Validity.VALID, validity("made", "A", "2020-12-31"));
        assertEquals(Validity.NOT_A_LEAF, validity("made", "A", "2021-01-01"));
        assertEquals(List.of(), faults);
    }

    @Test
    void namesDatesThatAreNone() throws IOException {
        append("made", "B,Second,yes,2020-13-01,,a test,2026-11-23,reported,\n");
        append("made", "C,Third,yes,2021-01-01,2020-12-31,a test,2026-11-23,reported,\n");
        append("made", "D,Fourth,yes,2021-01-01,,a test,,reported,\n");
        assertEquals(
                List.of(
                        "codes/made.csv:3: effective_from: '2020-13-01' is no date such as 2026-10-01",
                        "codes/made.csv:4: effective_to: is before effective_from",
                        "codes/made.csv:5: verified_on: is empty; it is the day of the last comparison with the source"),
                load());
    }

    @Test
    void namesCellsThatAreEmptyOrUnknown() throws IOException {
        append("made", ",Nothing,yes,2020-01-01,,,2026-11-23,reported,\n");
        append("made", "E,Fifth,maybe,2020-01-01,,a test,2026-11-23,sure,\n");
        String report = String.join("\n", load());
        assertTrue(report.contains("codes/made.csv:3: code: is empty"), report);
        assertTrue(report.contains("codes/made.csv:3: citation: is empty; every row names its source"), report);
        assertTrue(report.contains("codes/made.csv:4: confidence: 'sure' must be one of"), report);
        assertTrue(report.contains("codes/made.csv:4: leaf: 'maybe' is neither yes nor no"), report);
    }

    @Test
    void namesARowThatIsCutOff() throws IOException {
        append("made", "F,Sixth,ye");
        assertTrue(load().contains("codes/made.csv:3: leaf: 'ye' is neither yes nor no"), faults.toString());
    }

    @Test
    void namesColumnsThatAreMissingOrUnknown() throws IOException {
        write("made", CODES.replace("leaf,", "leaves,") + "A,First,yes,2020-01-01,,a test,2026-11-23,reported,\n");
        String report = String.join("\n", load());
        assertTrue(report.contains("codes/made.csv:1: leaves: is no column of this table"), report);
        assertTrue(report.contains("codes/made.csv:1: leaf: this column is missing"), report);
    }

    @Test
    void namesASystemWithoutATableAndATableWithoutASystem() throws IOException {
        append("systems", "lost,urn:lost,Lost,1,2020-01-01,,a test,2026-11-23\n");
        write("found", CODES + "A,First,yes,2020-01-01,,a test,2026-11-23,reported,\n");
        assertEquals(
                List.of(
                        "codes/systems.csv:3: system: 'lost' has no codes: codes/lost.csv is missing or empty",
                        "codes/found.csv:1: system: codes/systems.csv names no system of this name; add its row"),
                load());
    }

    @Test
    void namesASystemThatIsNamedTwice() throws IOException {
        append("systems", "made,urn:made,Made,2,2020-01-01,,a test,2026-11-23\n");
        assertEquals(
                List.of(
                        "codes/systems.csv:3: uri: 'urn:made' is that of another system too",
                        "codes/systems.csv:3: system: 'made' is named twice; keep one row"),
                load());
    }

    @Test
    void takesProcedureCodesByTheirShapeAndRefusesASecondCopy() throws IOException {
        append("systems", "hcpcs,urn:hcpcs,HCPCS,1,2020-01-01,,a test,2026-11-23\n");
        append("systems", "cpt,urn:cpt,CPT,1,2020-01-01,,a test,2026-11-23\n");
        write(
                "procedure-codes",
                """
                rule,code,label,effective_from,effective_to,citation,verified_on,confidence
                a,H0001,One,2020-01-01,,a test,2026-11-23,reported
                b,0001T,Two,2020-01-01,2020-06-30,a test,2026-11-23,reported
                """);
        write("hcpcs", CODES + "H0001,One,yes,2010-01-01,2019-12-31,a test,2026-11-23,reported,\n");
        assertEquals(
                List.of("codes/hcpcs.csv:2: code: 'H0001' stands in another table already; remove it here"), load());
        assertEquals(Validity.VALID, validity("hcpcs", "H0001", "2020-01-01"));
        assertEquals(Validity.UNKNOWN, validity("cpt", "H0001", "2020-01-01"));
        assertEquals(Validity.VALID, validity("cpt", "0001T", "2020-06-30"));
        assertEquals(Validity.ENDED, validity("cpt", "0001T", "2020-07-01"));
    }

    private Validity validity(String system, String code, String date) {
        return loaded().system(system)
                .orElseThrow()
                .look(code, LocalDate.parse(date))
                .validity();
    }

    private List<String> load() {
        loaded();
        return faults;
    }

    private CodeStore loaded() {
        faults.clear();
        return new CodeStoreLoader(new TerminologyFolder(folder), faults).load();
    }

    private void write(String table, String text) throws IOException {
        Path file = file(table);
        Files.createDirectories(folder.resolve("codes"));
        Files.writeString(file, text);
    }

    private void append(String table, String text) throws IOException {
        Files.writeString(file(table), text, StandardOpenOption.APPEND);
    }

    private Path file(String table) {
        return folder.resolve("codes/" + table + ".csv");
    }
}
