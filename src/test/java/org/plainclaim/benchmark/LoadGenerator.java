package org.plainclaim.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Load on any FHIR R4 server, this one or another: a closed loop of one, four and sixteen clients that keep their connections,
 * each with one request on the way. It prints a table.
 *
 * <pre>
 * LoadGenerator http://127.0.0.1:8080/fhir SECONDS [PID] [work,work...] [clients,clients...]
 * </pre>
 *
 * With the server's process id (0 for none) the processor time that the server took for each call stands in the table too. Each line
 * is the median of three rounds of so many seconds after one round that does not count.
 */
public final class LoadGenerator {
    private static final int[] CLIENTS = {1, 4, 16};
    private static final int ROUNDS = 3;

    private final URI base;
    private final Duration length;
    private final Optional<ProcessHandle> server;
    private final int[] clients;
    private final AtomicInteger number = new AtomicInteger();

    private LoadGenerator(URI base, Duration length, Optional<ProcessHandle> server, int... clients) {
        this.base = base;
        this.length = length;
        this.server = server;
        this.clients = clients;
    }

    /**
     * What one round gave.
     *
     * @param rate calls in a second
     * @param median milliseconds that half of the calls did not take
     * @param slow milliseconds that 99 of 100 calls did not take
     * @param cpu milliseconds of the server's processor time for each call; not a number if not known
     */
    private record Round(double rate, double median, double slow, double cpu) {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        URI base = URI.create(arguments[0].replaceFirst("/$", ""));
        Duration length = Duration.ofSeconds(Long.parseLong(arguments[1]));
        long pid = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
        List<String> wanted = arguments.length > 3 ? Arrays.asList(arguments[3].split(",", -1)) : List.of();
        int[] clients = arguments.length > 4
                ? Arrays.stream(arguments[4].split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray()
                : CLIENTS;
        LoadGenerator load =
                new LoadGenerator(base, length, pid == 0 ? Optional.empty() : ProcessHandle.of(pid), clients);
        System.out.println("| work | clients | a second | median | 99 % | processor of the server |");
        System.out.println("|---|---|---|---|---|---|");
        for (Work work : Work.all(base)) {
            if (wanted.isEmpty() || wanted.contains(work.name())) {
                load.measure(work);
            }
        }
    }

    private void measure(Work work) throws IOException, InterruptedException, ExecutionException {
        try (KeptConnection connection = new KeptConnection(base)) {
            work.prepare(connection);
        }
        for (int count : clients) {
            round(work, count);
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(round(work, count));
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.1f ms | %.1f ms | %s |%n",
                    work.name(),
                    count,
                    middle(rounds.stream().mapToDouble(Round::rate).toArray()),
                    middle(rounds.stream().mapToDouble(Round::median).toArray()),
                    middle(rounds.stream().mapToDouble(Round::slow).toArray()),
                    cost(middle(rounds.stream().mapToDouble(Round::cpu).toArray())));
        }
    }

    private static String cost(double milliseconds) {
        return Double.isNaN(milliseconds) ? "" : String.format(Locale.ROOT, "%.2f ms", milliseconds);
    }

    private static double middle(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }

    private Round round(Work work, int clients) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        Duration cpu = processor();
        long start = System.nanoTime();
        List<Future<List<Long>>> parts = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            parts.add(pool.submit(() -> loop(work, start + length.toNanos())));
        }
        List<Long> times = new ArrayList<>();
        for (Future<List<Long>> part : parts) {
            times.addAll(part.get());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = server.isEmpty() ? Double.NaN : processor().minus(cpu).toNanos() / 1e6 / times.size();
        pool.shutdown();
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Round(
                sorted.length / seconds, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6, used);
    }

    private Duration processor() {
        return server.flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    private List<Long> loop(Work work, long end) throws IOException {
        List<Long> times = new ArrayList<>();
        try (KeptConnection connection = new KeptConnection(base)) {
            for (long start = System.nanoTime(); start < end; ) {
                work.once(connection, number.getAndIncrement());
                long now = System.nanoTime();
                times.add(now - start);
                start = now;
            }
        }
        return times;
    }
}
