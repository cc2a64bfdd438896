package org.plainclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are wrong are refused with the line, and nothing of them is loaded. */
final class FaultsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final String FY2027 = "icd10cm-order-2027.txt";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private List<String> refused(ReleaseKind kind, String effective, Path... files) throws IOException {
        ReleaseFolder folder = new ReleaseFolder(temp.resolve("releases"));
        LoadRequest request = new LoadRequest(kind, List.of(files), LocalDate.parse(effective), null);
        LoadRefused refused =
                assertThrows(LoadRefused.class, () -> new Releases(folder, CLOCK).load(request, Progress.NONE));
        assertEquals(Manifest.EMPTY, folder.manifest());
        assertTrue(refused.faults().size() <= 51);
        return refused.faults();
    }

    private void refused(String expected, ReleaseKind kind, String effective, Path... files) throws IOException {
        List<String> faults = refused(kind, effective, files);
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(expected)), () -> expected + " in " + faults);
    }

    private Path lines(String name, String... lines) throws IOException {
        return PublishedFiles.write(temp.resolve(name), List.of(lines));
    }

    private static String order(int number, String code) {
        return PublishedFiles.order(number, code, true, "Made-up text");
    }

    @ParameterizedTest
    @CsvSource({
        "icd-10-cm, icd10cm-order-2026.txt, 2026-10-01, 2025-10-01",
        "icd-10-cm, icd10cm-order-2027.txt, 2025-10-01, 2026-10-01",
        "icd-10-cm, icd10cm-order-April-1-2026.txt, 2025-10-01, 2026-04-01",
        "hcpcs, HCPC2026_JUL_ANWEB.txt, 2026-10-01, 2026-07-01",
        "ncci-pairs, ccipra-v322r0-f1.txt, 2026-04-01, 2026-07-01",
        "ncci-pairs, medicare-ncci-2026q3-practitioner.txt, 2026-10-01, 2026-07-01",
        "ncci-units, MCR_MUE_PractitionerServices_Eff_07-01-2026.csv, 2026-10-01, 2026-07-01",
        "cpt, CPT2025-LONGULT.txt, 2026-01-01, 2025-01-01",
        "taxonomy, nucc_taxonomy_261.csv, 2025-07-01, 2026-01-01"
    })
    void aFileForAnotherYear(String kind, String name, String wrong, String right) throws IOException {
        refused(name + ": the name of the file says", ReleaseKind.of(kind).orElseThrow(), wrong, lines(name, "x"));
        List<String> faults = refused(ReleaseKind.of(kind).orElseThrow(), wrong, temp.resolve(name));
        assertTrue(faults.get(0).endsWith("--effective " + right), faults.get(0));
    }

    @Test
    void aDayOnWhichNothingTakesEffect() throws IOException {
        refused(
                "--effective 2026-11-15: releases of icd-10-cm",
                ReleaseKind.ICD_10_CM,
                "2026-11-15",
                lines("a.txt", "x"));
    }

    @Test
    void datesInTheFileThatAreTooNew() throws IOException {
        Path pairs = PublishedFiles.pairs(temp.resolve("pairs.txt"), "90834 96127 20261001 * 0");
        List<String> faults = refused(ReleaseKind.NCCI_PAIRS, "2026-07-01", pairs);
        assertTrue(faults.get(0).endsWith("--effective 2026-10-01"), faults.get(0));
    }

    @Test
    void aLineThatIsCut() throws IOException {
        Path file = temp.resolve(FY2027);
        String whole = order(1, "A000") + "\r\n" + order(2, "A001") + "\r\n";
        for (int cut : new int[] {1, 7, 20, 80}) {
            Files.writeString(file, whole.substring(0, whole.length() - 2 - cut));
            refused(FY2027 + ":2: the line is cut", ReleaseKind.ICD_10_CM, "2026-10-01", file);
        }
        Path codes = lines("HCPC2026_JAN_ANWEB.txt", PublishedFiles.hcpcs("H0004", 3, "Text", "20260101", ""));
        byte[] bytes = Files.readAllBytes(codes);
        Files.write(codes, Arrays.copyOf(bytes, 300));
        refused("HCPC2026_JAN_ANWEB.txt:1: the line is cut", ReleaseKind.HCPCS, "2026-01-01", codes);
        Path pairs =
                PublishedFiles.pairs(temp.resolve("p.txt"), "90834 96127 20260101 * 0", "90834 96110 20260101 * 0");
        byte[] all = Files.readAllBytes(pairs);
        Files.write(pairs, Arrays.copyOf(all, all.length - 26));
        refused("p.txt:5: ", ReleaseKind.NCCI_PAIRS, "2026-01-01", pairs);
    }

    @Test
    void aWholeListThatEndsTooSoon() throws IOException {
        Path file = PublishedFiles.wholeOrderFile(temp.resolve(FY2027), 26_000);
        List<String> all = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        PublishedFiles.write(file, all.subList(0, 10_000));
        refused(FY2027 + ":10000: the file ends with I", ReleaseKind.ICD_10_CM, "2026-10-01", file);
        PublishedFiles.write(file, List.of(order(1, "A000"), PublishedFiles.order(2, "F32", false, "Header")));
        refused(FY2027 + ":2: the header F32 has no code below it", ReleaseKind.ICD_10_CM, "2026-10-01", file);
    }

    @Test
    void wrongColumns() throws IOException {
        refused(FY2027 + ":1: ", ReleaseKind.ICD_10_CM, "2026-10-01", lines(FY2027, "code;text", "A000;Cholera"));
        refused(
                "u.csv:1: wrong columns: the heading has no mueadjudication",
                ReleaseKind.NCCI_UNITS,
                "2026-01-01",
                lines("u.csv", "HCPCS/CPT Code,Practitioner Services MUE Values", "90834,1"));
        refused(
                "h.csv:1: wrong columns",
                ReleaseKind.NCCI_UNITS,
                "2026-01-01",
                lines("h.csv", "HCPCS/CPT Code,Outpatient Hospital Services MUE Values,MUE Adjudication Indicator"));
        refused("p.csv:1: wrong columns", ReleaseKind.NCCI_PAIRS, "2026-01-01", lines("p.csv", "a,b,c", "1,2,3"));
        refused("t.csv:1: wrong columns", ReleaseKind.TAXONOMY, "2026-01-01", lines("t.csv", "Code,Grouping", "x,y"));
    }

    @Test
    void aCodeTwice() throws IOException {
        refused(
                FY2027 + ":3: the code A00.0 is there twice; first in line 1",
                ReleaseKind.ICD_10_CM,
                "2026-10-01",
                lines(FY2027, order(1, "A000"), order(2, "A001"), order(3, "A000")));
        refused(
                "u.csv:6: the code 90834 is there twice; first in line 5",
                ReleaseKind.NCCI_UNITS,
                "2026-01-01",
                PublishedFiles.units(temp.resolve("u.csv"), "90834 1 3", "90834 2 3"));
    }

    @Test
    void datesThatOverlap() throws IOException {
        refused(
                "HCPC2026_JAN_ANWEB.txt:2: the dates of H0004 overlap with those in line 1",
                ReleaseKind.HCPCS,
                "2026-01-01",
                lines(
                        "HCPC2026_JAN_ANWEB.txt",
                        PublishedFiles.hcpcs("H0004", 3, "Text", "20010101", "20251231"),
                        PublishedFiles.hcpcs("H0004", 3, "Text", "20250701", "")));
        refused(
                "p.txt:6: the pair 90834 and 96127 has two rows for one date; the other is in line 4",
                ReleaseKind.NCCI_PAIRS,
                "2026-01-01",
                PublishedFiles.pairs(
                        temp.resolve("p.txt"),
                        "90834 96127 20200101 20251231 0",
                        "90834 96110 20260101 * 0",
                        "90834 96127 20251001 * 1"));
    }

    @Test
    void noRowsOrNoText() throws IOException {
        Path empty = Files.createFile(temp.resolve("empty.txt"));
        refused("empty.txt:1: ", ReleaseKind.ICD_10_CM, "2026-10-01", empty);
        refused("empty.txt:1: ", ReleaseKind.NCCI_PAIRS, "2026-10-01", empty);
        Path rubbish = Files.write(temp.resolve("rubbish.txt"), new byte[] {65, 10, 0, 1, 2, 3});
        refused("rubbish.txt:2: is no text", ReleaseKind.NCCI_PAIRS, "2026-10-01", rubbish);
        refused("rubbish.txt:2: is no text", ReleaseKind.HCPCS, "2026-10-01", rubbish);
        assertTrue(refused(ReleaseKind.CPT, "2026-01-01", temp.resolve("none.txt"))
                .get(0)
                .contains("no such file"));
    }

    @Test
    void nameEveryFaultUpToABound() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            lines.add(order(i + 1, "A00" + i % 4));
        }
        Path file = PublishedFiles.write(temp.resolve(FY2027), lines);
        List<String> faults = refused(ReleaseKind.ICD_10_CM, "2026-10-01", file);
        assertEquals(51, faults.size());
        assertEquals("and 26 more", faults.get(50));
    }

    @Test
    void archivesAndSheetsThatAreNone() throws IOException {
        Path one = PublishedFiles.orderFile(temp.resolve("a-order-2027.txt"), "A000");
        Path two = PublishedFiles.orderFile(temp.resolve("b-order-2027.txt"), "A000");
        Path both = PublishedFiles.archive(temp.resolve("both.zip"), one, two);
        refused("both.zip: several members could be meant", ReleaseKind.ICD_10_CM, "2026-10-01", both);
        Path cut = temp.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(both), 120));
        refused("cut.zip: the archive is damaged or cut", ReleaseKind.ICD_10_CM, "2026-10-01", cut);
        Path sheet = PublishedFiles.pairsSheet(temp.resolve("p.xlsx"), "90834 96127 20260101 * 0");
        Files.write(sheet, Arrays.copyOf(Files.readAllBytes(sheet), 500));
        refused("p.xlsx: ", ReleaseKind.NCCI_PAIRS, "2026-01-01", sheet);
        Path wrong =
                PublishedFiles.pairsSheet(temp.resolve("q.xlsx"), "90834 96127 20260101 * 0", "90834 9 20260101 * 0");
        refused("q.xlsx:6: '9' is no procedure code", ReleaseKind.NCCI_PAIRS, "2026-01-01", wrong);
    }

    @Test
    void anArchiveThatIsABomb() throws IOException {
        Path bomb = temp.resolve("bomb.zip");
        byte[] zeros = new byte[1 << 20];
        Arrays.fill(zeros, (byte) ' ');
        zeros[zeros.length - 1] = '\n';
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("icd10cm-order-2027.txt"));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertTrue(Files.size(bomb) < 1 << 20);
        List<String> faults = refused(ReleaseKind.ICD_10_CM, "2026-10-01", bomb);
        assertTrue(faults.get(0).contains("MB come out of it"), faults.get(0));
        assertFalse(faults.isEmpty());
    }

    @Test
    void xmlThatIsCutOrCallsForMore() throws IOException {
        Path cut = lines("icd10cm_tabular_2027.xml", "<ICD10CM.tabular><version>2027</version><diag><name>A00</name>");
        refused("icd10cm_tabular_2027.xml:", ReleaseKind.ICD_10_CM, "2026-10-01", cut);
        Path year = lines("tabular.xml", "<ICD10CM.tabular><version>2026</version></ICD10CM.tabular>");
        refused("tabular.xml: its version 2026 says", ReleaseKind.ICD_10_CM, "2026-10-01", year);
        Path entity = lines(
                "x.xml",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<a><diag><name>A00</name><desc>&e;</desc></diag></a>");
        refused("x.xml:", ReleaseKind.ICD_10_CM, "2026-10-01", entity);
    }
}
