package org.plainclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.codes.CodeAnswer;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.ProcedurePair;
import org.plainclaim.codes.UnitLimit;
import org.plainclaim.codes.Validity;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Every published form of every kind. */
final class FormatsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final RuleLibrary SHIPPED = RuleLoader.load(TerminologyFolder.shipped());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private CodeStore load(ReleaseKind kind, String effective, Path... files) throws IOException, LoadRefused {
        ReleaseFolder folder = new ReleaseFolder(temp.resolve("releases"));
        LoadRequest request = new LoadRequest(kind, List.of(files), LocalDate.parse(effective), null);
        new Releases(folder, CLOCK).load(request, Progress.NONE);
        return new LiveLibrary(SHIPPED, folder).get().codes();
    }

    private static CodeAnswer look(CodeStore store, String system, String code, String date) {
        return store.system(system).orElseThrow().look(code, LocalDate.parse(date));
    }

    @Test
    void diagnosesInAnArchiveWithAddenda() throws Exception {
        Path order = PublishedFiles.orderFile(temp.resolve("icd10cm-order-2027.txt"), "F32-", "F329");
        Path addenda = PublishedFiles.write(temp.resolve("icd10cm-order-addenda-2027.txt"), List.of("Add: F329"));
        Path codes = PublishedFiles.write(temp.resolve("icd10cm-codes-2027.txt"), List.of("F329    Made up"));
        Path zip = PublishedFiles.archive(temp.resolve("2027-code-descriptions.zip"), addenda, codes, order);
        CodeStore store = load(ReleaseKind.ICD_10_CM, "2026-10-01", zip);
        assertEquals(
                Validity.NOT_A_LEAF,
                look(store, "icd-10-cm", "F32", "2026-10-01").validity());
        CodeAnswer leaf = look(store, "icd-10-cm", "F32.9", "2026-10-01");
        assertEquals(Validity.VALID, leaf.validity());
        assertNotNull(leaf.code());
        assertEquals("Made-up text of F329", leaf.code().label());
    }

    @Test
    void diagnosesWithoutHeaders() throws Exception {
        Path codes = PublishedFiles.write(
                temp.resolve("icd10cm-codes-2027.txt"),
                List.of("F329    Made up", "QA00101 Two letters", "T1491XA Made up too"));
        CodeStore store = load(ReleaseKind.ICD_10_CM, "2026-10-01", codes);
        assertEquals(
                Validity.VALID,
                look(store, "icd-10-cm", "T14.91XA", "2026-10-01").validity());
        assertEquals(
                Validity.VALID,
                look(store, "icd-10-cm", "QA0.0101", "2026-10-01").validity());
        assertEquals(
                Validity.NOT_A_LEAF,
                look(store, "icd-10-cm", "F32", "2026-10-01").validity());
        assertEquals(
                Validity.NOT_A_LEAF,
                look(store, "icd-10-cm", "T14.91", "2026-10-01").validity());
    }

    @Test
    void diagnosesAsATree() throws Exception {
        Path xml = Files.writeString(
                temp.resolve("icd10cm_tabular_2027.xml"),
                """
                <?xml version="1.0" encoding="utf-8"?>
                <ICD10CM.tabular><version>2027</version><chapter><name>19</name><desc>Made up</desc><section id="T14">
                <diag><name>T14</name><desc>Made up</desc><diag><name>T14.9</name><desc>Made up more</desc>
                <sevenChrDef><extension char="A">first</extension><extension char="D">later</extension></sevenChrDef>
                <diag><name>T14.90</name><desc>One</desc></diag>
                <diag><name>T14.91</name><desc>Two</desc><sevenChrDef><extension char="S">late</extension></sevenChrDef>
                </diag></diag></diag>
                <diag><name>F99</name><desc>Alone</desc><inclusionTerm><note>Note</note></inclusionTerm></diag>
                </section></chapter></ICD10CM.tabular>
                """);
        CodeStore store = load(ReleaseKind.ICD_10_CM, "2026-10-01", xml);
        for (String leaf : List.of("F99", "T14.90XA", "T14.90XD", "T14.91XS")) {
            assertEquals(
                    Validity.VALID, look(store, "icd-10-cm", leaf, "2026-10-01").validity(), leaf);
        }
        for (String header : List.of("T14", "T14.9", "T14.90", "T14.91")) {
            assertEquals(
                    Validity.NOT_A_LEAF,
                    look(store, "icd-10-cm", header, "2026-10-01").validity(),
                    header);
        }
        assertEquals(
                Validity.UNKNOWN,
                look(store, "icd-10-cm", "T14.90XS", "2026-10-01").validity());
        assertEquals(
                Validity.ENDED,
                look(store, "icd-10-cm", "T14.91XA", "2026-10-01").validity());
    }

    @Test
    void procedureCodesWithTheirDates() throws Exception {
        Path file = PublishedFiles.write(
                temp.resolve("HCPC2026_APR_ANWEB.txt"),
                List.of(
                        PublishedFiles.hcpcs("H0004", 3, "Text that goes on in the", "20010101", ""),
                        PublishedFiles.hcpcs("H0004", 4, "next line", "", ""),
                        PublishedFiles.hcpcs("G0001", 3, "Ended", "20200101", "20260430"),
                        PublishedFiles.hcpcs("   XY", 7, "A modifier", "20200101", "")));
        CodeStore store = load(ReleaseKind.HCPCS, "2026-04-01", file);
        CodeAnswer long1 = look(store, "hcpcs", "H0004", "2026-06-30");
        assertNotNull(long1.code());
        assertEquals("Text that goes on in the next line", long1.code().label());
        assertEquals(Validity.VALID, look(store, "hcpcs", "G0001", "2026-04-30").validity());
        assertEquals(Validity.ENDED, look(store, "hcpcs", "G0001", "2026-05-01").validity());
        assertEquals(
                Validity.UNKNOWN, look(store, "hcpcs", "G9999", "2026-05-01").validity());
        assertEquals(
                "2026", look(store, "hcpcs", "H0004", "2026-07-01").release().name(), "what ships is next in line");
        assertEquals(
                Validity.NOT_COVERED,
                look(store, "hcpcs", "H0004", "2027-01-01").validity());
    }

    @Test
    void pairsAsTextSheetAndParts() throws Exception {
        String[] rows = {"90834 96127 20240101 * 0", "0362T 96127 19960101 20251231 1", "90834 H0004 20240101 * 9"};
        Path text = PublishedFiles.pairs(temp.resolve("ccipra-v320r0-f1.txt"), rows);
        Path sheet = PublishedFiles.pairsSheet(temp.resolve("ccipra-v320r0-f2.xlsx"), "90837 96127 20260101 * 1");
        Path zip = PublishedFiles.archive(temp.resolve("2026q1-f1.zip"), text);
        CodeStore store = load(ReleaseKind.NCCI_PAIRS, "2026-01-01", zip, sheet);
        var pairs = store.edits().pairs(LocalDate.of(2026, 3, 31));
        assertNotNull(pairs);
        assertEquals(4, pairs.content().size());
        assertPair(pairs.content().find("90834", "96127", LocalDate.of(2026, 1, 1)), 0);
        assertPair(pairs.content().find("0362T", "96127", LocalDate.of(2026, 1, 1)), 1);
        assertPair(pairs.content().find("90834", "H0004", LocalDate.of(2026, 1, 1)), 9);
        assertPair(pairs.content().find("90837", "96127", LocalDate.of(2026, 1, 1)), 1);
        assertNull(pairs.content().find("96127", "90837", LocalDate.of(2026, 1, 1)));
        assertNull(pairs.content().find("99999", "90837", LocalDate.of(2026, 1, 1)));
        assertNull(store.edits().pairs(LocalDate.of(2026, 4, 1)));
    }

    private static void assertPair(@Nullable ProcedurePair pair, int indicator) {
        assertNotNull(pair);
        assertEquals(indicator, pair.indicator());
    }

    @Test
    void unitLimits() throws Exception {
        CodeStore store = load(
                ReleaseKind.NCCI_UNITS,
                "2026-07-01",
                PublishedFiles.units(
                        temp.resolve("MCR_MUE_PractitionerServices_Eff_07-01-2026.csv"), "97151 8 3", "0362T 0 1"));
        var units = store.edits().units(LocalDate.of(2026, 9, 30));
        assertNotNull(units);
        assertEquals(new UnitLimit(8, 3), units.content().find("97151"));
        assertEquals(new UnitLimit(0, 1), units.content().find("0362T"));
        assertNull(units.content().find("90834"));
    }

    @Test
    void descriptorsOfTheSite() throws Exception {
        Path file = Files.writeString(
                temp.resolve("LONGULT.txt"),
                "Made-up lines of copyright\n\n90834\tMade-up, with a \u2019 quote\n0362T\tOther\n",
                StandardCharsets.UTF_8);
        CodeStore store = load(ReleaseKind.CPT, "2026-01-01", file);
        CodeAnswer answer = look(store, "cpt", "90834", "2026-12-31");
        assertNotNull(answer.code());
        assertEquals("Made-up, with a \u2019 quote", answer.code().label());
        Path csv = Files.writeString(temp.resolve("own.csv"), "code,label\n90834,\"Own, words\"\n");
        CodeAnswer own = look(load(ReleaseKind.CPT, "2026-04-01", csv), "cpt", "90834", "2026-12-31");
        assertNotNull(own.code());
        assertEquals("Own, words", own.code().label());
    }

    @Test
    void placesAndTaxonomyInOldLetters() throws Exception {
        Path places = PublishedFiles.write(
                temp.resolve("pos.csv"), List.of("Place of Service Code(s),Place of Service Name", "2,Made up"));
        assertEquals(
                Validity.VALID,
                look(load(ReleaseKind.POS, "2026-03-01", places), "place-of-service", "02", "2027-01-01")
                        .validity());
        Path taxonomy = Files.write(
                temp.resolve("nucc_taxonomy_261.csv"),
                "Code,Grouping,Classification,Specialization,Definition\r\n101YM0800X,Made,Up,\u00c9t\u00e9,\r\n"
                        .getBytes("windows-1252"));
        CodeAnswer answer = look(
                load(ReleaseKind.TAXONOMY, "2026-10-01", taxonomy), "provider-taxonomy", "101YM0800X", "2027-01-01");
        assertNotNull(answer.code());
        assertEquals("Up, \u00c9t\u00e9", answer.code().label());
    }
}
