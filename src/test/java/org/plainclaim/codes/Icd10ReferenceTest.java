package org.plainclaim.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares the shipped ICD-10-CM codes with official lists, which are no part of the project: a folder with
 * {@code icd10cm/icd10cm-codes-fy2026.txt} and {@code icd10cm/icd10cm-behavioral-fy2021.tsv}, named by the system property
 * or environment variable {@code PLAINCLAIM_REFERENCE}.
 */
final class Icd10ReferenceTest {
    private static final LocalDate FIRST_OF_FY2026 = LocalDate.parse("2025-10-01");
    private static final LocalDate LAST_OF_FY2026 = LocalDate.parse("2026-09-30");
    private static final LocalDate JANUARY_2021 = LocalDate.parse("2021-01-15");
    private static final DatedCodeSystem SHIPPED = ShippedCodes.system(CodeStore.ICD_10_CM);
    private static final String NEEDS_SEVENTH = "7TH";

    /** All codes of FY2026 that may be used. */
    private static final Set<String> FY2026 = new HashSet<>();
    /** Leaf, header, or a code that needs a seventh character, in January 2021. */
    private static final Map<String, String> FY2021 = new HashMap<>();

    @BeforeAll
    static void readTheLists() throws IOException {
        Path folder = folder();
        Path now = folder.resolve("icd10cm-codes-fy2026.txt");
        Path then = folder.resolve("icd10cm-behavioral-fy2021.tsv");
        if (!Files.exists(now) || !Files.exists(then)) {
            return;
        }
        for (String line : Files.readAllLines(now)) {
            FY2026.add(dotted(line.strip()));
        }
        for (String line : Files.readAllLines(then)) {
            String[] cells = line.split("\t", -1);
            if (cells[0].matches("[A-Z][0-9][0-9A-Z](\\..+)?")) {
                FY2021.put(cells[0], cells[2].isEmpty() ? cells[1] : NEEDS_SEVENTH);
            }
        }
        assertTrue(FY2026.size() > 70_000 && FY2021.size() > 1_900, "the lists are whole");
    }

    /** Each test is skipped by itself, so that the report counts it. */
    @BeforeEach
    void theListsAreThere() {
        assumeTrue(
                !FY2026.isEmpty(),
                () -> "NOT COMPARED with the official lists: they are not in " + folder().toAbsolutePath()
                        + "; set PLAINCLAIM_REFERENCE to their folder");
    }

    @Test
    void everyCodeThatMayBeUsedInFy2026IsInTheOfficialListAndNoHeaderIs() {
        Set<String> wrong = new TreeSet<>();
        for (LocalDate date : List.of(FIRST_OF_FY2026, LAST_OF_FY2026)) {
            SHIPPED.codes(date)
                    .filter(code -> code.leaf() != FY2026.contains(code.code()))
                    .forEach(code -> wrong.add(code.code()));
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void chapterFOfFy2026IsWhole() {
        Set<String> chapter =
                FY2026.stream().filter(code -> code.startsWith("F")).collect(Collectors.toSet());
        for (LocalDate date = FIRST_OF_FY2026; !date.isAfter(LAST_OF_FY2026); date = date.plusDays(1)) {
            assertEquals(Set.of(), notValid(chapter, date), date.toString());
        }
    }

    @Test
    void chapterFOfFy2021IsWhole() {
        Set<String> chapter = FY2021.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith("F") && entry.getValue().equals("Y"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertEquals(768, chapter.size());
        assertEquals(Set.of(), notValid(chapter, JANUARY_2021));
    }

    @Test
    void everyCodeOfJanuary2021IsWhatTheOfficialListSays() {
        Set<String> sections =
                FY2021.keySet().stream().map(code -> code.substring(0, 3)).collect(Collectors.toSet());
        Set<String> wrong = new TreeSet<>();
        SHIPPED.codes(JANUARY_2021)
                .filter(code -> sections.contains(code.code().substring(0, 3)))
                .filter(code -> !official(code).equals(code.leaf() ? "Y" : "N"))
                .forEach(code -> wrong.add(code.code()));
        assertEquals(Set.of(), wrong);
    }

    @Test
    void aCodeThatCameOrWentInBetweenHasADateForIt() {
        Set<String> sections =
                FY2021.keySet().stream().map(code -> code.substring(0, 3)).collect(Collectors.toSet());
        Set<String> wrong = new TreeSet<>();
        SHIPPED.editions().get(0).codes().forEach((code, rows) -> {
            boolean before = official(rows.get(0)).equals("Y");
            boolean after = FY2026.contains(code);
            boolean changes = rows.size() > 1
                    || !Objects.equals(rows.get(0).period().from(), LocalDate.parse("2020-10-01"))
                    || rows.get(0).period().to() != null;
            if (sections.contains(code.substring(0, 3)) && before != after && !changes) {
                wrong.add(code);
            }
        });
        assertEquals(Set.of(), wrong);
    }

    private static Set<String> notValid(Set<String> codes, LocalDate date) {
        return codes.stream()
                .filter(code -> SHIPPED.look(code, date).validity() != Validity.VALID)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The list says of a code with a seventh character only what comes before it. */
    private static String official(DatedCode code) {
        String known = FY2021.get(code.code());
        if (known != null) {
            return known.equals(NEEDS_SEVENTH) ? "N" : known;
        }
        boolean seventh = code.code().length() == 8;
        String stem =
                seventh ? code.code().substring(0, 7).replaceFirst("X+$", "").replaceFirst("\\.$", "") : "";
        return NEEDS_SEVENTH.equals(FY2021.get(stem)) ? "Y" : "unknown";
    }

    private static String dotted(String code) {
        return code.length() <= 3 ? code : code.substring(0, 3) + "." + code.substring(3);
    }

    private static Path folder() {
        String named = Optional.ofNullable(System.getProperty("PLAINCLAIM_REFERENCE"))
                .orElse(System.getenv("PLAINCLAIM_REFERENCE"));
        return Path.of(Objects.requireNonNullElse(named, "../shared/reference")).resolve("icd10cm");
    }
}
