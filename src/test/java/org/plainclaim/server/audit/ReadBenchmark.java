package org.plainclaim.server.audit;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** How many resources are read over HTTP in a second, each read written down before its answer leaves. */
public final class ReadBenchmark {
    private static final PrintStream OUT = System.out;
    private static final int CLIENTS = 16;

    private ReadBenchmark() {}

    /**
     * Reads.
     *
     * @param arguments reads of each round
     */
    public static void main(String[] arguments) throws InterruptedException {
        int reads = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
        RunningServer server = RunningServer.valueOf(arguments.length < 2 ? "H2" : arguments[1]);
        FhirHttp http = server.http();
        String patient = "Patient/read-often";
        http.put(patient, "{\"resourceType\":\"Patient\",\"id\":\"read-often\",\"name\":[{\"family\":\"Doe\"}]}");
        round(http, patient, reads);
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = 0; round < 3; round++) {
            int before = written(server);
            long cpu = process.getProcessCpuTime();
            long start = System.nanoTime();
            round(http, patient, reads);
            double micros = (process.getProcessCpuTime() - cpu) / 1_000.0 / reads;
            double seconds = (System.nanoTime() - start) / 1e9;
            OUT.printf(
                    Locale.ROOT,
                    "%s: %d reads, %d written down: %.0f microseconds of CPU each (server and client), %.0f a second%n",
                    server,
                    reads,
                    written(server) - before,
                    micros,
                    reads / seconds);
        }
        Runtime.getRuntime().halt(0);
    }

    private static int written(RunningServer server) {
        return server.part(AuditTable.class)
                .count("interaction = ? and focus = ?", List.of("read", "Patient/read-often"));
    }

    private static void round(FhirHttp http, String patient, int reads) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CountDownLatch done = new CountDownLatch(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            clients.execute(() -> {
                for (int i = 0; i < reads / CLIENTS; i++) {
                    if (http.get(patient).status() != 200) {
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
