package org.plainclaim.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

/** How long a note-sign call takes over HTTP with kept-alive connections: from prefetch, and of a stored session. */
public final class HooksBenchmark {
    private static final int WARM_UP = 300;
    private static final Pattern CALL = Pattern.compile("<<'CALL'\n(.*?)\nCALL\n", Pattern.DOTALL);

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HooksBenchmark(URI base) {
        this.base = base;
    }

    /** Argument: how many calls to measure for each line. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int calls = Integer.parseInt(arguments[0]);
        ServerSettings settings = ServerSettings.fromEnvironment(
                Map.of("PLAINCLAIM_PORT", "0", "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:hooks"));
        try (PlainclaimServer server = PlainclaimServer.start(settings)) {
            HooksBenchmark benchmark = new HooksBenchmark(server.baseUri());
            String prefetched = call();
            String stored = benchmark.store(prefetched);
            for (int clients : new int[] {1, 4}) {
                benchmark.measure("prefetched", prefetched, clients, calls);
                benchmark.measure("stored", stored, clients, calls);
            }
        }
    }

    /** The example of the page: a session of one service with one gap, so that advice is sought too. */
    private static String call() throws IOException {
        Matcher call = CALL.matcher(Files.readString(Path.of("src/site/markdown/operations/note-sign.md")));
        if (!call.find()) {
            throw new IllegalStateException("the page has no call");
        }
        return call.group(1);
    }

    /** Stores an example session; the answer is the same call without prefetch. */
    private String store(String call) throws IOException, InterruptedException {
        Path session = Path.of("fhir-profiles/examples/sessions/unsigned-note.json");
        String stored = send(URI.create(base.toString()), "application/fhir+json", Files.readString(session));
        String bare = call.replaceFirst("(?s),\\s*\"prefetch\".*", "}");
        return bare.replace("encounter-12", id(stored, "Encounter"))
                .replace("patient-12", id(stored, "Patient"))
                .replace("Practitioner/beaulieu", "Practitioner/" + id(stored, "Practitioner"));
    }

    private static String id(String transaction, String type) {
        Matcher id = Pattern.compile("\"location\":\\s*\"(?:[^\"]*/)?" + type + "/([^/\"]+)")
                .matcher(transaction);
        if (!id.find()) {
            throw new IllegalStateException("no " + type + " was stored: " + transaction);
        }
        return id.group(1);
    }

    private String send(URI uri, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", type)
                .timeout(Duration.ofMinutes(1))
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private void measure(String name, String call, int clients, int calls)
            throws InterruptedException, ExecutionException {
        run(call, clients, WARM_UP);
        double[] millis = run(call, clients, calls);
        System.out.printf(
                "%-10s %d client(s), %d calls: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                name, clients, millis.length, at(millis, 50), at(millis, 95), at(millis, 99));
    }

    /** Milliseconds of each call, in order. */
    private double[] run(String call, int clients, int calls) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        List<Future<double[]>> parts = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            parts.add(pool.submit(() -> one(call, calls / clients)));
        }
        double[] all = new double[calls / clients * clients];
        for (int i = 0; i < clients; i++) {
            System.arraycopy(parts.get(i).get(), 0, all, i * (calls / clients), calls / clients);
        }
        pool.shutdown();
        Arrays.sort(all);
        return all;
    }

    private double[] one(String call, int calls) throws IOException, InterruptedException {
        double[] millis = new double[calls];
        URI service = base.resolve("/cds-services/plainclaim-note-sign");
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            send(service, "application/json", call);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
