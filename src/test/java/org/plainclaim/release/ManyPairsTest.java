package org.plainclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.benchmark.LoadBenchmark;
import org.plainclaim.codes.ProcedurePair;

/** The short form of {@link LoadBenchmark}. */
final class ManyPairsTest {
    private static final int PAIRS = 100_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @Test
    void hasEveryPairInEightBytes() throws Exception {
        Path file = LoadBenchmark.pairsFile(temp.resolve("ccipra-v323r0-f1.txt"), PAIRS);
        ReleaseFolder folder = new ReleaseFolder(temp.resolve("releases"));
        LocalDate from = LocalDate.of(2026, 10, 1);
        LoadRequest request = new LoadRequest(ReleaseKind.NCCI_PAIRS, List.of(file), from, null);
        LoadedRelease loaded = new Releases(folder, Clock.systemUTC())
                .load(request, Progress.NONE)
                .release();
        assertEquals(PAIRS + 1, loaded.rows());
        assertTrue(Files.size(folder.edition(loaded)) < PAIRS * 9L);
        PairsContent content = (PairsContent) EditionContent.read(folder, loaded);
        for (int i = 0; i < PAIRS; i += 997) {
            ProcedurePair pair = content.pairs().find(code(i / 2_000), code(i % 2_000), from);
            assertNotNull(pair);
            assertEquals(i % 2, pair.indicator());
            assertEquals(LocalDate.of(2010 + i % 16, 1, 1), pair.period().from());
            assertEquals(
                    i % 5 == 0 ? LocalDate.of(2026, 9, 30) : null, pair.period().to());
        }
    }

    private static String code(int number) {
        return String.valueOf(10_000 + number);
    }
}
