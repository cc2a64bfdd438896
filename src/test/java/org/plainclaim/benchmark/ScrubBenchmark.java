package org.plainclaim.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
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
    private static final int ROUNDS = 3;

    /** Of processor time, so that a busy machine does not count. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private final ScrubCalls scrubs;

    private ScrubBenchmark(URI base) {
        this.scrubs = new ScrubCalls(base);
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
            ClaimsOnFile file = new ClaimsOnFile(server.baseUri(), false);
            List<String> derived = file.derived(claims);
            List<String> foreign = file.foreign(derived);
            benchmark.measure("claim of elsewhere", foreign, calls);
            benchmark.measure("derived claim", derived, calls);
        }
    }

    private void warm(List<String> claims) throws InterruptedException, ExecutionException {
        long start = PROCESS.getProcessCpuTime();
        while (PROCESS.getProcessCpuTime() - start < WARM_UP.toNanos()) {
            scrubs.call(claims, ScrubCalls.CLIENTS * 4);
        }
    }

    private void measure(String name, List<String> claims, int calls) throws InterruptedException, ExecutionException {
        warm(claims);
        double[] rates = new double[ROUNDS];
        double[] costs = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long cpu = PROCESS.getProcessCpuTime();
            long server = ScrubCalls.serverThreads();
            long start = System.nanoTime();
            scrubs.call(claims, calls);
            rates[i] = calls / ((System.nanoTime() - start) / 1e9);
            costs[i] = (PROCESS.getProcessCpuTime() - cpu) / 1e6 / calls;
            System.out.printf(
                    Locale.ROOT,
                    "  round %d: %.0f a second, %.2f ms of processor each, of them %.2f in the threads of the server%n",
                    i + 1,
                    rates[i],
                    costs[i],
                    (ScrubCalls.serverThreads() - server) / 1e6 / calls);
        }
        Arrays.sort(rates);
        Arrays.sort(costs);
        System.out.printf(
                Locale.ROOT,
                "%-20s %d clients, %d claims, %d calls: median %.0f a second, %.2f ms of processor each (with the"
                        + " client)%n",
                name,
                ScrubCalls.CLIENTS,
                claims.size(),
                calls,
                rates[ROUNDS / 2],
                costs[ROUNDS / 2]);
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
