package org.plainclaim.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/** From launch to the first 200 on {@code /fhir/metadata}: a process of its own each time, on a new database in memory. */
public final class StartUpBenchmark {
    /** Asking must not cost the server what it needs to start. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private StartUpBenchmark() {}

    /**
     * What one start cost.
     *
     * @param wall seconds from launch to the first 200
     * @param cpu seconds of processor time by then
     * @param resident megabytes resident by then; zero where the system does not tell
     */
    private record Start(double wall, double cpu, double resident) {}

    /** Arguments: the jar, or the script that starts it from its archive of classes; how many starts to take the median of. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            Start start = measure(Path.of(arguments[0]));
            System.out.printf("start %d: %s%n", i + 1, text(start));
            starts.add(start);
        }
        System.out.printf(
                "median:  %s%n",
                text(new Start(
                        median(starts, Start::wall), median(starts, Start::cpu), median(starts, Start::resident))));
    }

    private static Start measure(Path program) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = program.toString().endsWith(".jar")
                ? new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx1g",
                        "-jar",
                        program.toString(),
                        "serve")
                : new ProcessBuilder(program.toString(), "serve");
        builder.environment()
                .putAll(Map.of(
                        "PLAINCLAIM_PORT",
                        String.valueOf(port),
                        "PLAINCLAIM_DATABASE_URL",
                        "jdbc:h2:mem:startup",
                        "JAVA_OPTS",
                        "-Xmx1g"));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long launched = System.nanoTime();
        Process process = builder.start();
        try {
            await(URI.create("http://127.0.0.1:" + port + "/fhir/metadata"), process);
            double wall = (System.nanoTime() - launched) / 1e9;
            double cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
            return new Start(wall, cpu, resident(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void await(URI uri, Process process) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answers(client, request)) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("the server did not start");
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double resident(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return starts.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(starts.size() / 2);
    }

    private static String text(Start start) {
        return String.format("%.1f s wall, %.1f s CPU, %.0f MB resident", start.wall(), start.cpu(), start.resident());
    }
}
