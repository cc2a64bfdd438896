package org.plainclaim.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.plainclaim.codes.CodeAnswer;
import org.plainclaim.codes.Edition;
import org.plainclaim.codes.ProcedurePairs;
import org.plainclaim.release.LiveLibrary;
import org.plainclaim.release.LoadRequest;
import org.plainclaim.release.Progress;
import org.plainclaim.release.PublishedFiles;
import org.plainclaim.release.ReleaseFolder;
import org.plainclaim.release.ReleaseKind;
import org.plainclaim.release.Releases;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Loads made-up releases of the size of the published ones; run it with the heap it has to do with. */
public final class LoadBenchmark {
    private static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    private static final int CODES = 2_000;

    private final ReleaseFolder folder;
    private final RuleLibrary shipped = RuleLoader.load(TerminologyFolder.shipped());

    private LoadBenchmark(ReleaseFolder folder) {
        this.folder = folder;
    }

    /** The number of pairs, 3,000,000 without one. */
    public static void main(String[] arguments) throws Exception {
        int pairs = arguments.length == 0 ? 3_000_000 : Integer.parseInt(arguments[0]);
        Path temp = Files.createTempDirectory("load-benchmark");
        LoadBenchmark benchmark = new LoadBenchmark(new ReleaseFolder(temp.resolve("releases")));
        Path order = PublishedFiles.wholeOrderFile(temp.resolve("icd10cm-order-2027.txt"), 75_000);
        benchmark.load(ReleaseKind.ICD_10_CM, order);
        benchmark.load(ReleaseKind.NCCI_PAIRS, pairsFile(temp.resolve("ccipra-v323r0-f1.txt"), pairs));
        benchmark.look();
        try (var files = Files.walk(temp)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    /** A file of so many pairs in the published layout, in the order of the codes. */
    public static Path pairsFile(Path file, int pairs) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            out.write(String.join("\r\n", PublishedFiles.PAIRS_HEADING) + "\r\n");
            for (int i = 0; i < pairs; i++) {
                out.write(code(i / CODES) + "\t" + code(i % CODES) + "\t\t20" + (10 + i % 16) + "0101\t"
                        + (i % 5 == 0 ? "20260930" : "*") + "\t" + i % 2 + "\tMisuse of the made-up second code\r\n");
            }
            out.write("99998\t99999\t\t20261001\t*\t1\tMisuse of the made-up second code\r\n");
        }
        return file;
    }

    private static String code(int number) {
        return String.valueOf(10_000 + number);
    }

    private void load(ReleaseKind kind, Path file) throws Exception {
        long start = System.nanoTime();
        Releases.Loaded loaded = new Releases(folder, Clock.systemUTC())
                .load(new LoadRequest(kind, List.of(file), FROM, null), Progress.NONE);
        System.out.printf(
                "%s: %,d rows of %,d MB loaded in %,d ms, within a heap of %,d MB%n",
                kind.id(),
                loaded.release().rows(),
                Files.size(file) >> 20,
                (System.nanoTime() - start) / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private void look() {
        long before = used();
        long start = System.nanoTime();
        RuleLibrary library = new LiveLibrary(shipped, folder).get();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                "a server takes both over in %,d ms and keeps them in %,d MB%n", millis, (used() - before) >> 20);
        Edition<ProcedurePairs> edition = library.codes().edits().pairs(FROM);
        if (edition == null) {
            throw new IllegalStateException("the pairs are not there");
        }
        int found = 0;
        start = System.nanoTime();
        int asked = 2_000_000;
        for (int i = 0; i < asked; i++) {
            found += edition.content().find(code(i % CODES), code(i * 7 % CODES), FROM) == null ? 0 : 1;
        }
        System.out.printf(
                "%,d looks at pairs in %,d ms, %,d found%n", asked, (System.nanoTime() - start) / 1_000_000, found);
        var system = library.codes().system("icd-10-cm").orElseThrow();
        CodeAnswer answer = system.look("Z99.001", FROM);
        System.out.println(
                "Z99.001 is " + answer.validity() + " by " + answer.release().name());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
