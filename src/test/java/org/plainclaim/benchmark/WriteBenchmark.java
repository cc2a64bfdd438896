package org.plainclaim.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

/** What creating an Encounter over HTTP costs with and without a profile that it names, in turns, over H2 in memory. */
public final class WriteBenchmark {
    private static final int BLOCK = 500;
    private static final String NAMED =
            "{\"meta\":{\"profile\":[\"https://plainclaim.org/fhir/StructureDefinition/plainclaim-encounter\"]},";
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI encounters;

    private WriteBenchmark(URI base) {
        encounters = URI.create(base + "/Encounter");
    }

    /** Prints a line for each block of each kind; the first are a warm-up. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String plain = Files.readString(Path.of("fhir-profiles/examples/plainclaim-encounter/valid-still-running.json"))
                .replaceAll("\"reference\"\\s*:\\s*\"[^\"]*\"", "\"display\":\"Somebody\"");
        String named = plain.replaceFirst("\\{", NAMED);
        ServerSettings settings = ServerSettings.fromEnvironment(
                Map.of("PLAINCLAIM_PORT", "0", "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:writes"));
        try (PlainclaimServer server = PlainclaimServer.start(settings)) {
            WriteBenchmark benchmark = new WriteBenchmark(server.baseUri());
            benchmark.block("first named", named, 1);
            for (int i = 0; i < 8; i++) {
                benchmark.block("names none", plain, BLOCK);
                benchmark.block("names ours", named, BLOCK);
            }
        }
    }

    private void block(String name, String body, int times) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(encounters)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s %d creates: %.2f ms each, %.2f ms of processor%n",
                name,
                times,
                (System.nanoTime() - start) / 1e6 / times,
                (PROCESS.getProcessCpuTime() - cpu) / 1e6 / times);
    }
}
