package org.plainclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.Validity;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Starts the program, kills it in the middle of a load, and looks at what is left. */
final class KilledLoadTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final RuleLibrary SHIPPED = RuleLoader.load(TerminologyFolder.shipped());
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    /** What is in the folder when the process is killed: files that begin or end so are a second of their kind. */
    @ParameterizedTest
    @ValueSource(strings = {"lock", "load-", ".edition", "manifest"})
    void leavesWhatWasThereAndTheNextLoadSucceeds(String when) throws Exception {
        ReleaseFolder folder = new ReleaseFolder(temp.resolve("releases"));
        Path old = PublishedFiles.orderFile(temp.resolve("icd10cm-order-2026.txt"), "A000", "Z999");
        load(folder, old, "2025-10-01");
        Manifest before = folder.manifest();
        Path file = PublishedFiles.wholeOrderFile(temp.resolve("icd10cm-order-2027.txt"), 95_000);

        killed(folder, file, when);

        Manifest after = folder.manifest();
        assertTrue(after.equals(before) || after.loads().size() == 2, "the manifest is the old one or the new one");
        assertEquals(Validity.VALID, look(folder, "A00.0", "2026-01-15"), "what was there still answers");
        assertEquals(
                after.equals(before) ? Validity.NOT_COVERED : Validity.VALID, look(folder, "B01.001", "2026-11-23"));
        load(folder, file, "2026-10-01");
        assertEquals(Validity.VALID, look(folder, "B01.001", "2026-11-23"));
        try (Stream<Path> files = Files.list(folder.root())) {
            assertEquals(4, files.count(), "lock, manifest and two editions: nothing that the killed load left");
        }
    }

    private static void load(ReleaseFolder folder, Path file, String effective) throws IOException, LoadRefused {
        LoadRequest request = new LoadRequest(ReleaseKind.ICD_10_CM, List.of(file), LocalDate.parse(effective), null);
        new Releases(folder, CLOCK).load(request, Progress.NONE);
    }

    private static Validity look(ReleaseFolder folder, String code, String date) {
        return new LiveLibrary(SHIPPED, folder)
                .get()
                .codes()
                .system(CodeStore.ICD_10_CM)
                .orElseThrow()
                .look(code, LocalDate.parse(date))
                .validity();
    }

    private void killed(ReleaseFolder folder, Path file, String when) throws IOException, InterruptedException {
        Files.delete(folder.root().resolve("lock"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plainclaim.Main",
                "load",
                "icd-10-cm",
                file.toString(),
                "--effective",
                "2026-10-01");
        builder.environment().put("PLAINCLAIM_RELEASES", folder.root().toString());
        ReleaseFolder.@Nullable Stamp stamp = folder.stamp();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(temp.resolve("output").toFile())
                .start();
        long start = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - start < PATIENCE && !reached(folder, when, stamp)) {
            LockSupport.parkNanos(1_000_000);
        }
        boolean reached = reached(folder, when, stamp);
        process.destroyForcibly().waitFor();
        assertTrue(reached, () -> "the load came as far as " + when);
    }

    private static boolean reached(ReleaseFolder folder, String when, ReleaseFolder.@Nullable Stamp before)
            throws IOException {
        if (when.equals("manifest")) {
            return !Objects.equals(before, folder.stamp());
        }
        try (Stream<Path> files = Files.list(folder.root())) {
            long found = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(when) || name.endsWith(when))
                    .count();
            return found > (when.equals(".edition") ? 1 : 0);
        }
    }
}
