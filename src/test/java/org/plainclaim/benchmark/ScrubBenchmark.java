package org.plainclaim.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.scrub.ScrubWriter;
import org.plainclaim.fhir.submission.SubmissionReader;
import org.plainclaim.scrub.ClaimScrub;
import org.plainclaim.scrub.ScrubContext;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.submission.Submission;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/**
 * How many stored claims are scrubbed over HTTP in a second by sixteen clients that keep their connections: claims without
 * a session (as another system makes them), and derived ones whose sessions are read and reviewed again.
 */
public final class ScrubBenchmark {
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 3;
    private static final int A_DAY = 8;

    /** Of processor time, so that a busy machine does not count. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ScrubBenchmark(URI base) {
        this.base = base;
    }

    /** Arguments: how many claims to store, how many calls to measure for each line, and a database if not one in memory. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int claims = Integer.parseInt(arguments[0]);
        int calls = Integer.parseInt(arguments[1]);
        String database = arguments.length > 2 ? arguments[2] : "jdbc:h2:mem:scrubs";
        engine(calls);
        ServerSettings settings =
                ServerSettings.fromEnvironment(Map.of("PLAINCLAIM_PORT", "0", "PLAINCLAIM_DATABASE_URL", database));
        try (PlainclaimServer server = PlainclaimServer.start(settings)) {
            ScrubBenchmark benchmark = new ScrubBenchmark(server.baseUri());
            List<String> derived = benchmark.derived(claims);
            List<String> foreign = benchmark.foreign(derived);
            benchmark.first("derived claim", derived);
            benchmark.measure("claim of elsewhere", foreign, calls);
            benchmark.measure("derived claim", derived, calls);
        }
    }

    /** Each claim has a session and a patient of its own, and the clinician has eight sessions a day. */
    private List<String> derived(int claims) throws IOException, InterruptedException {
        String session = Files.readString(Path.of("fhir-profiles/examples/sessions/psychotherapy-office.json"));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < claims; i++) {
            JsonNode bundle = unique(session, i);
            String encounter = "";
            for (JsonNode entry : JSON.readTree(send("", bundle.toString())).get("entry")) {
                String location = entry.at("/response/location").asText();
                encounter = location.contains("Encounter/")
                        ? location.replaceFirst(".*Encounter/([^/]+).*", "$1")
                        : encounter;
            }
            JsonNode answer = JSON.readTree(send("/Encounter/" + encounter + "/$derive-claim", NOTHING));
            for (JsonNode parameter : answer.get("parameter")) {
                if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                    ids.add(parameter.at("/resource/id").asText());
                }
            }
        }
        return ids;
    }

    private static JsonNode unique(String session, int number) throws IOException {
        String day = LocalDate.of(2026, 3, 3).minusDays(number / A_DAY).toString();
        String hour = String.format(Locale.ROOT, "T%02d:", 10 + number % A_DAY);
        JsonNode bundle =
                JSON.readTree(session.replace("2026-03-03T10:", day + hour).replace("2026-03-03T11:", day + "T20:"));
        for (JsonNode entry : bundle.get("entry")) {
            String type = entry.at("/resource/resourceType").asText();
            if (!List.of("Organization", "Practitioner", "PractitionerRole", "Location")
                    .contains(type)) {
                JsonNode identifiers = entry.at("/resource/identifier");
                for (JsonNode identifier : identifiers.isArray() ? identifiers : List.of(identifiers)) {
                    if (identifier instanceof ObjectNode node) {
                        node.put("value", node.path("value").asText() + "-" + number);
                    }
                }
                if (entry.path("request") instanceof ObjectNode request && request.has("ifNoneExist")) {
                    request.put("ifNoneExist", request.get("ifNoneExist").asText() + "-" + number);
                }
            }
        }
        return bundle;
    }

    /** The same claims as another system would send them: they name no session. */
    private List<String> foreign(List<String> derived) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (String id : derived) {
            ObjectNode claim = (ObjectNode) JSON.readTree(get("/Claim/" + id));
            claim.remove(List.of("id", "meta", "identifier", "text"));
            claim.put("status", "active");
            claim.path("item").forEach(item -> ((ObjectNode) item).remove("encounter"));
            ids.add(JSON.readTree(send("/Claim", claim.toString())).get("id").asText());
        }
        return ids;
    }

    private String get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    private String send(String path, String body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body)));
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.timeout(Duration.ofMinutes(10)).build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** The first call for each claim: nothing of it is at hand yet. */
    private void first(String name, List<String> claims) throws InterruptedException, ExecutionException {
        List<String> last = claims.subList(claims.size() / 2, claims.size());
        warm(claims.subList(0, claims.size() / 2));
        long cpu = PROCESS.getProcessCpuTime();
        run(last, last.size());
        System.out.printf(
                Locale.ROOT,
                "%-20s first call of each of %d: %.2f ms of processor each (with the client)%n",
                name,
                last.size(),
                (PROCESS.getProcessCpuTime() - cpu) / 1e6 / last.size());
    }

    private void warm(List<String> claims) throws InterruptedException, ExecutionException {
        long start = PROCESS.getProcessCpuTime();
        while (PROCESS.getProcessCpuTime() - start < WARM_UP.toNanos()) {
            run(claims, CLIENTS * 4);
        }
    }

    private void measure(String name, List<String> claims, int calls) throws InterruptedException, ExecutionException {
        warm(claims);
        double[] rates = new double[ROUNDS];
        double[] costs = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long cpu = PROCESS.getProcessCpuTime();
            long server = serverThreads();
            long start = System.nanoTime();
            run(claims, calls);
            rates[i] = calls / ((System.nanoTime() - start) / 1e9);
            costs[i] = (PROCESS.getProcessCpuTime() - cpu) / 1e6 / calls;
            System.out.printf(
                    Locale.ROOT,
                    "  round %d: %.0f a second, %.2f ms of processor each, of them %.2f in the threads of the server%n",
                    i + 1,
                    rates[i],
                    costs[i],
                    (serverThreads() - server) / 1e6 / calls);
        }
        Arrays.sort(rates);
        Arrays.sort(costs);
        System.out.printf(
                Locale.ROOT,
                "%-20s %d clients, %d claims, %d calls: median %.0f a second, %.2f ms of processor each (with the"
                        + " client)%n",
                name,
                CLIENTS,
                claims.size(),
                calls,
                rates[ROUNDS / 2],
                costs[ROUNDS / 2]);
    }

    /** Processor time of Jetty's threads so far. */
    private static long serverThreads() {
        long sum = 0;
        for (ThreadInfo thread : THREAD.getThreadInfo(THREAD.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("http-")) {
                sum += Math.max(0, THREAD.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }

    private void run(List<String> claims, int calls) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> parts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            parts.add(pool.submit(() -> {
                try (KeptConnection connection = new KeptConnection(base)) {
                    for (int call = next.getAndIncrement(); call < calls; call = next.getAndIncrement()) {
                        String claim = claims.get(call % claims.size());
                        connection.send("POST", base.getPath() + "/Claim/" + claim + "/$scrub", NOTHING);
                    }
                }
                return null;
            }));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        pool.shutdown();
    }

    /** Only the edits, and the edits with the answer written; processor time, so that a busy machine does not count. */
    private static void engine(int calls) throws IOException {
        TerminologyFolder folder = TerminologyFolder.shipped();
        ClaimScrub scrub = new ClaimScrub(RuleLoader.load(folder));
        Submission claim =
                example(new SubmissionReader(DocumentationReader.load(folder).vocabulary()));
        ScrubWriter writer = new ScrubWriter();
        ScrubContext context = ScrubContext.of("Claim/1", LocalDate.of(2026, 11, 30));
        for (int round = 0; round < ROUNDS + 2; round++) {
            long start = THREAD.getCurrentThreadCpuTime();
            int said = 0;
            for (int i = 0; i < calls; i++) {
                said += scrub.scrub(claim, context).findings().size();
            }
            double edits = calls / ((THREAD.getCurrentThreadCpuTime() - start) / 1e9);
            start = THREAD.getCurrentThreadCpuTime();
            long bytes = 0;
            for (int i = 0; i < calls; i++) {
                bytes += writer.write(scrub.scrub(claim, context)).length;
            }
            double answers = calls / ((THREAD.getCurrentThreadCpuTime() - start) / 1e9);
            System.out.printf(
                    Locale.ROOT,
                    "engine: %.0f claims in a second of processor (%d verdicts each), %.0f with the answer of %d"
                            + " bytes%n",
                    edits,
                    said / calls,
                    answers,
                    bytes / calls);
        }
    }

    private static Submission example(SubmissionReader reader) throws IOException {
        Path file = Path.of("fhir-profiles/examples/plainclaim-claim");
        try (var files = Files.list(file)) {
            Path claim = files.filter(path -> path.getFileName().toString().startsWith("valid"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle");
            bundle.put("type", "collection")
                    .putArray("entry")
                    .addObject()
                    .set("resource", JSON.readTree(claim.toFile()));
            return reader.read(bundle, "1").submission();
        } catch (org.plainclaim.fhir.BadInput e) {
            throw new IllegalStateException(e);
        }
    }
}
