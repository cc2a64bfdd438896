package org.plainclaim.server.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/**
 * What a read over HTTP costs, each written down before its answer leaves, and not: rounds of both in turn, so that what else
 * the machine does falls on both.
 */
public final class ReadBenchmark {
    private static final PrintStream OUT = System.out;
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 7;
    private static final String PATIENT = "Patient/read-often";

    private final RunningServer server;
    private final int reads;
    private final Silence silence;

    private ReadBenchmark(RunningServer server, int reads) {
        this.server = server;
        this.reads = reads;
        this.silence = new Silence(server.part(CurrentRequest.class));
        server.part(IInterceptorService.class).registerInterceptor(silence);
    }

    /** Says of each request that it is written down, so that nobody writes it down. */
    @Interceptor
    public static final class Silence {
        private final CurrentRequest current;
        private volatile boolean on;

        Silence(CurrentRequest current) {
            this.current = current;
        }

        /** Before the answer leaves, and before it is written down. */
        @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = -1_000)
        public void leaving() {
            if (on) {
                current.get().ifPresent(CurrentRequest.Request::markRecorded);
            }
        }
    }

    /**
     * Reads.
     *
     * @param arguments reads of each round, and possibly the database
     */
    public static void main(String[] arguments) throws InterruptedException {
        int reads = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
        new ReadBenchmark(RunningServer.valueOf(arguments.length < 2 ? "H2" : arguments[1]), reads).run();
        Runtime.getRuntime().halt(0);
    }

    private void run() throws InterruptedException {
        server.http()
                .put(PATIENT, "{\"resourceType\":\"Patient\",\"id\":\"read-often\",\"name\":[{\"family\":\"Doe\"}]}");
        measured(false);
        measured(true);
        List<Double> written = new ArrayList<>();
        List<Double> silent = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            written.add(measured(false));
            silent.add(measured(true));
            differences.add(written.get(round) - silent.get(round));
        }
        OUT.printf(
                Locale.ROOT,
                "%s: microseconds of CPU for each of %d reads (server and client), medians of %d rounds: written down %.0f,"
                        + " not written down %.0f, difference %.0f (%.0f to %.0f)%n",
                server,
                reads,
                ROUNDS,
                median(written),
                median(silent),
                median(differences),
                differences.stream().min(Double::compare).orElseThrow(),
                differences.stream().max(Double::compare).orElseThrow());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Microseconds of CPU for each read of a round. */
    private double measured(boolean silently) throws InterruptedException {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        silence.on = silently;
        int before = written();
        long cpu = process.getProcessCpuTime();
        round(server.http());
        double micros = (process.getProcessCpuTime() - cpu) / 1_000.0 / reads;
        int now = written() - before;
        if (now != (silently ? 0 : reads)) {
            throw new IllegalStateException(now + " of " + reads + " reads were written down");
        }
        return micros;
    }

    private int written() {
        return server.part(AuditTable.class).count("interaction = ? and focus = ?", List.of("read", PATIENT));
    }

    private void round(FhirHttp http) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CountDownLatch done = new CountDownLatch(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(() -> {
                for (int i = 0; i < reads / CLIENTS; i++) {
                    if (http.get(PATIENT).status() != 200) {
                        throw new IllegalStateException("a read failed");
                    }
                }
                done.countDown();
            });
        }
        done.await();
        clients.shutdown();
    }
}
