package org.plainclaim.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.operation.Pushed;

/**
 * Derives and scrubs a day in one piece of long work, and as many sessions of another day one by one over HTTP, each with
 * {@code $derive-claim} and {@code $scrub}.
 *
 * <p>Every session has a patient of its own; a clinician has eight a day, one of which lacks its stop time.
 */
public final class BatchBenchmark {
    private static final int CLIENTS = 4;
    private static final int A_CLINICIAN = 8;
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final FhirHttp http;

    private BatchBenchmark(FhirHttp http) {
        this.http = http;
    }

    /** Arguments: sessions of the day, sessions one by one (0 for none), and a database if not one in memory. */
    public static void main(String[] arguments) throws Exception {
        int sessions = Integer.parseInt(arguments[0]);
        int single = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        String database = arguments.length > 2 ? arguments[2] : "jdbc:h2:mem:batch";
        ServerSettings settings =
                ServerSettings.fromEnvironment(Map.of("PLAINCLAIM_PORT", "0", "PLAINCLAIM_DATABASE_URL", database));
        try (PlainclaimServer server = PlainclaimServer.start(settings)) {
            BatchBenchmark benchmark = new BatchBenchmark(FhirHttp.at(server.baseUri()));
            benchmark.http.post("", Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json")));
            // both ways meet a server that is warm
            benchmark.oneByOne(benchmark.fill("2026-03-02", Math.min(200, sessions)), false);
            benchmark.batch("2026-03-02", false);
            benchmark.fill("2026-03-03", sessions);
            benchmark.batch("2026-03-03", true);
            if (single > 0) {
                benchmark.oneByOne(benchmark.fill("2026-03-04", single), true);
            }
        }
    }

    private List<String> fill(String day, int sessions) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        List<Future<List<String>>> parts = new ArrayList<>();
        for (int from = 0; from < sessions; from += A_CLINICIAN) {
            int first = from;
            parts.add(pool.submit(() -> clinician(day, first, Math.min(sessions, first + A_CLINICIAN))));
        }
        List<String> encounters = new ArrayList<>();
        for (Future<List<String>> part : parts) {
            encounters.addAll(part.get());
        }
        pool.shutdown();
        System.out.printf(
                Locale.ROOT, "%d sessions of %s stored in %.0f s%n", sessions, day, (System.nanoTime() - start) / 1e9);
        return encounters;
    }

    /** The sessions of one clinician, hour after hour. */
    private List<String> clinician(String day, int from, int to) {
        List<String> encounters = new ArrayList<>();
        String npi = "";
        for (int i = from; i < to; i++) {
            Pushed session = Pushed.example("psychotherapy-office");
            npi = npi.isEmpty() ? session.clinician() : npi;
            String hour = String.format(Locale.ROOT, "%sT%02d:", day, 8 + i % A_CLINICIAN);
            session.at(hour + "00:00-05:00", hour + "53:00-05:00");
            if (i % A_CLINICIAN == A_CLINICIAN - 1) {
                ((ObjectNode) session.resource("Encounter").path("period")).remove("end");
                ((ObjectNode) session.resource("Procedure").path("performedPeriod")).remove("end");
            }
            String bundle = session.bundle().toString().replace(session.clinician(), npi);
            encounters.add(encounter(http.post("", bundle)));
        }
        return encounters;
    }

    private static String encounter(FhirHttp.Answer answer) {
        for (JsonNode entry : answer.json().path("entry")) {
            String location = entry.at("/response/location").asText();
            if (location.contains("Encounter/")) {
                return location.replaceAll(".*Encounter/([^/]+).*", "$1");
            }
        }
        throw new IllegalStateException(answer.body());
    }

    private void batch(String day, boolean said) throws InterruptedException {
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        FhirHttp.Answer accepted = http.post(
                "Encounter/$derive-day",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"day\",\"valueDate\":\"" + day + "\"}]}",
                "Prefer",
                "respond-async");
        String id = accepted.header("Content-Location").replaceAll(".*id=", "");
        FhirHttp.Answer status = http.get("$long-work-status?id=" + id);
        while (status.status() == 202) {
            TimeUnit.MILLISECONDS.sleep(500);
            status = http.get("$long-work-status?id=" + id);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonNode work = status.json().at("/entry/0/resource/parameter/0/part");
        if (said) {
            say("one piece of long work", value(work, "total"), seconds, cpu);
            for (String outcome : List.of("ready", "refused", "held", "elsewhere", "failed")) {
                System.out.print("  " + outcome + " " + value(work, outcome));
            }
            System.out.println();
        }
    }

    private static int value(JsonNode parts, String name) {
        for (JsonNode part : parts) {
            if (part.path("name").asText().equals(name)) {
                return part.path("valueInteger").asInt();
            }
        }
        return -1;
    }

    private void oneByOne(List<String> encounters, boolean said) throws InterruptedException, ExecutionException {
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<?>> parts = new ArrayList<>();
        for (String encounter : encounters) {
            parts.add(pool.submit(() -> single(encounter)));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        pool.shutdown();
        if (said) {
            say("one by one over HTTP", encounters.size(), (System.nanoTime() - start) / 1e9, cpu);
        }
    }

    private void single(String encounter) {
        JsonNode answer =
                http.post("Encounter/" + encounter + "/$derive-claim", NOTHING).json();
        for (JsonNode parameter : answer.path("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                http.post("Claim/" + parameter.at("/resource/id").asText() + "/$scrub", NOTHING);
            }
        }
    }

    private static void say(String how, int sessions, double seconds, long cpu) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %d sessions: %.0f s, %.0f a second, %.2f ms of processor each%n",
                how,
                sessions,
                seconds,
                sessions / seconds,
                (PROCESS.getProcessCpuTime() - cpu) / 1e6 / sessions);
    }
}
