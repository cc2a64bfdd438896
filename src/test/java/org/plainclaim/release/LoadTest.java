package org.plainclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.Validity;
import org.plainclaim.release.Releases.Loaded;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class LoadTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final RuleLibrary SHIPPED = RuleLoader.load(TerminologyFolder.shipped());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @SuppressWarnings("NullAway.Init")
    private ReleaseFolder folder;

    @BeforeEach
    void folder() {
        folder = new ReleaseFolder(temp.resolve("releases"));
    }

    private Loaded load(ReleaseKind kind, String effective, Path... files) throws IOException, LoadRefused {
        LoadRequest request = new LoadRequest(kind, List.of(files), LocalDate.parse(effective), null);
        return new Releases(folder, CLOCK).load(request, Progress.NONE);
    }

    private RuleLibrary library() {
        return new LiveLibrary(SHIPPED, folder).get();
    }

    private Validity look(String system, String code, String date) {
        DatedCodeSystem found = library().codes().system(system).orElseThrow();
        return found.look(code, LocalDate.parse(date)).validity();
    }

    private Path order(String name, String... codes) throws IOException {
        return PublishedFiles.orderFile(temp.resolve(name), codes);
    }

    @Test
    void takesOverFromItsDateToTheEndOfItsYear() throws Exception {
        load(ReleaseKind.ICD_10_CM, "2026-10-01", order("icd10cm-order-2027.txt", "F32-", "F329", "Q999"));
        assertEquals(Validity.VALID, look(CodeStore.ICD_10_CM, "Q99.9", "2026-10-01"));
        assertEquals(Validity.NOT_A_LEAF, look(CodeStore.ICD_10_CM, "F32", "2027-09-30"));
        assertEquals(Validity.UNKNOWN, look(CodeStore.ICD_10_CM, "F99.Z", "2027-09-30"));
        assertEquals(Validity.NOT_COVERED, look(CodeStore.ICD_10_CM, "Q99.9", "2027-10-01"));
        assertEquals(Validity.NOT_COVERED, look(CodeStore.ICD_10_CM, "Q99.9", "2020-09-30"));
    }

    @Test
    void theNextReleaseEndsTheOneBefore() throws Exception {
        load(ReleaseKind.ICD_10_CM, "2025-10-01", order("icd10cm-order-2026.txt", "A000", "A001"));
        load(ReleaseKind.ICD_10_CM, "2026-04-01", order("icd10cm-order-April-2026.txt", "A001", "A002"));
        assertEquals(Validity.VALID, look(CodeStore.ICD_10_CM, "A00.0", "2026-03-31"));
        assertEquals(Validity.ENDED, look(CodeStore.ICD_10_CM, "A00.0", "2026-04-01"));
        assertEquals(Validity.NOT_YET, look(CodeStore.ICD_10_CM, "A00.2", "2026-03-31"));
        assertEquals(Validity.VALID, look(CodeStore.ICD_10_CM, "A00.2", "2026-04-01"));
        assertEquals(
                LocalDate.parse("2026-03-31"),
                folder.manifest().inForce(ReleaseKind.ICD_10_CM).get(0).covers().to());
    }

    @Test
    void theSameFileForTheSameDateChangesNothing() throws Exception {
        Path file = order("icd10cm-order-2027.txt", "A000");
        assertTrue(load(ReleaseKind.ICD_10_CM, "2026-10-01", file).changed());
        ReleaseFolder.Stamp stamp = folder.stamp();
        assertFalse(load(ReleaseKind.ICD_10_CM, "2026-10-01", file).changed());
        assertEquals(stamp, folder.stamp());
    }

    @Test
    void goesBackStepByStep() throws Exception {
        String digest = library().release().digest();
        Releases releases = new Releases(folder, CLOCK);
        List<String> digests = new ArrayList<>(List.of(digest));
        for (String code : List.of("A000", "A001", "A002")) {
            load(ReleaseKind.ICD_10_CM, "2026-10-01", order("icd10cm-order-2027.txt", code));
            digests.add(library().release().digest());
        }
        load(
                ReleaseKind.NCCI_PAIRS,
                "2026-07-01",
                PublishedFiles.pairs(temp.resolve("p.txt"), "90834 96127 20260101 * 1"));
        releases.rollback(ReleaseKind.NCCI_PAIRS);
        assertEquals(digests.size(), digests.stream().distinct().count());
        for (int i = digests.size() - 1; i > 0; i--) {
            assertEquals(digests.get(i), library().release().digest());
            assertTrue(releases.rollback(ReleaseKind.ICD_10_CM).isPresent());
        }
        assertEquals(digest, library().release().digest());
        assertTrue(releases.rollback(ReleaseKind.ICD_10_CM).isEmpty());
    }

    @Test
    void onlyOneLoadsAtATime() throws Exception {
        Path file = order("icd10cm-order-2027.txt", "A000");
        try (FolderLock held = FolderLock.of(folder)) {
            LoadRefused refused =
                    assertThrows(LoadRefused.class, () -> load(ReleaseKind.ICD_10_CM, "2026-10-01", file));
            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith("Another load is changing "), refused.toString());
            assertTrue(Files.exists(held.scratch()));
        }
        assertTrue(load(ReleaseKind.ICD_10_CM, "2026-10-01", file).changed());
    }

    @Test
    void removesWhatAKilledLoadLeft() throws Exception {
        Path file = order("icd10cm-order-2027.txt", "A000");
        load(ReleaseKind.ICD_10_CM, "2026-10-01", file);
        Files.writeString(folder.root().resolve("load-1.tmp"), "half");
        Files.writeString(folder.root().resolve("0123.edition"), "whole, but not in the manifest");
        load(ReleaseKind.ICD_10_CM, "2026-10-01", file);
        try (Stream<Path> files = Files.list(folder.root())) {
            assertEquals(3, files.count(), "lock, manifest and one edition");
        }
    }

    @Test
    void aDamagedEditionIsNotBelieved() throws Exception {
        load(ReleaseKind.ICD_10_CM, "2026-10-01", order("icd10cm-order-2027.txt", "A000"));
        Path edition = folder.edition(folder.manifest().loads().get(0));
        byte[] bytes = Files.readAllBytes(edition);
        bytes[bytes.length - 12]++;
        Files.write(edition, bytes);
        RuntimeException damaged = assertThrows(RuntimeException.class, this::library);
        assertTrue(damaged.toString().contains("is damaged"), damaged.toString());
    }

    @Test
    void twoAndAHalfThousandCategoriesAreRead() throws Exception {
        Path file = PublishedFiles.wholeOrderFile(temp.resolve("icd10cm-order-2027.txt"), 75_000);
        long start = System.nanoTime();
        Loaded loaded = load(ReleaseKind.ICD_10_CM, "2026-10-01", file);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(loaded.release().rows() > 75_000);
        assertFalse(loaded.small());
        assertTrue(millis < 30_000, () -> millis + " ms");
        assertEquals(Validity.VALID, look(CodeStore.ICD_10_CM, "Z99.000", "2026-12-31"));
    }
}
