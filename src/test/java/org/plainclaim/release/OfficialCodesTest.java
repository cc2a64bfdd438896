package org.plainclaim.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.Validity;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Every code of the official list of FY2026 is loaded, in the order in which it was published. */
final class OfficialCodesTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    @Test
    void everyCodeIsValidOnItsFirstDay() throws Exception {
        Path list = Path.of(Objects.requireNonNullElse(System.getenv("PLAINCLAIM_REFERENCE"), "../shared/reference"))
                .resolve("icd10cm/icd10cm-codes-fy2026.txt");
        assumeTrue(Files.exists(list), "the official list is not here");
        List<String> codes = Files.readAllLines(list);
        Path file = PublishedFiles.write(
                temp.resolve("icd10cm-codes-2026.txt"),
                codes.stream()
                        .map(code -> String.format("%-7s Made-up text", code))
                        .toList());
        ReleaseFolder folder = new ReleaseFolder(temp.resolve("releases"));
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        new Releases(folder, clock)
                .load(new LoadRequest(ReleaseKind.ICD_10_CM, List.of(file), FIRST_DAY, null), Progress.NONE);
        CodeStore store = new LiveLibrary(RuleLoader.load(TerminologyFolder.shipped()), folder)
                .get()
                .codes();
        assertTrue(codes.size() > 70_000, "the official list has " + codes.size() + " codes");
        assertEquals(
                List.of(), codes.stream().filter(code -> !isValid(store, code)).toList());
    }

    private static boolean isValid(CodeStore store, String code) {
        String dotted = code.length() <= 3 ? code : code.substring(0, 3) + "." + code.substring(3);
        return store.system(CodeStore.ICD_10_CM)
                        .orElseThrow()
                        .look(dotted, FIRST_DAY)
                        .validity()
                == Validity.VALID;
    }
}
