package org.plainclaim.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plainclaim.replay.GeneratedExport;

/**
 * Replays generated exports of growing sizes on Spark and prints wall and CPU seconds of the whole process, as rows of a table, and the
 * CPU time for a session as a plot.
 *
 * <p>Arguments: folder of Spark ({@code target/spark}), folder for the exports, the other rules, and the sizes.
 */
public final class ReplayBenchmark {
    private static final double NANOS = 1e9;
    private static final int WIDEST_BAR = 60;

    private ReplayBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path spark = Path.of(arguments[0]);
        System.out.println("| sessions | NDJSON, MB | wall, s | CPU, s | CPU per session, ms | sessions/s |");
        System.out.println("|---|---|---|---|---|---|");
        Map<Long, Double> each = new TreeMap<>();
        for (int i = 3; i < arguments.length; i++) {
            long sessions = Long.parseLong(arguments[i]);
            Path export = Path.of(arguments[1]).resolve("export-" + sessions);
            if (!Files.isDirectory(export)) {
                GeneratedExport.write(export, sessions, 1);
            }
            each.put(sessions, row(sessions, megabytes(export), command(spark, export, arguments[2])));
        }
        plot(each);
    }

    /** A bar for each size, as long as a session takes. */
    private static void plot(Map<Long, Double> each) {
        double most =
                each.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        System.out.println();
        each.forEach((sessions, cost) -> System.out.printf(
                Locale.ROOT,
                "%,11d | %s %.2f ms of CPU a session%n",
                sessions,
                "#".repeat((int) Math.max(1, Math.round(WIDEST_BAR * cost / most))),
                cost));
    }

    private static long megabytes(Path export) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes / 1_000_000;
    }

    private static List<String> command(Path spark, Path export, String rules) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spark."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.plainclaim.Main",
                "replay",
                "--spark",
                spark.toString(),
                "--from",
                export.toString(),
                "--rules",
                "shipped",
                "--rules",
                rules));
        return command;
    }

    /** Prints a row and gives the milliseconds of CPU time for a session. */
    private static double row(long sessions, long megabytes, List<String> command)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        double before = childSeconds();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int exit = process.waitFor();
        double wall = (System.nanoTime() - start) / NANOS;
        double cpu = childSeconds() - before;
        if (exit != 0) {
            throw new IllegalStateException("the replay ended with " + exit);
        }
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d | %.1f | %.1f | %.2f | %,.0f |%n",
                sessions,
                megabytes,
                wall,
                cpu,
                cpu * 1000 / sessions,
                sessions / wall);
        return cpu * 1000 / sessions;
    }

    /** CPU seconds of all processes that this one waited for and of theirs: fields 16 and 17 of Linux's stat, in hundredths. */
    private static double childSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
    }
}
