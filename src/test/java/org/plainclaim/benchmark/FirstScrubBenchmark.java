package org.plainclaim.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

/**
 * What it costs to scrub derived claims of which nothing is at hand: each is asked for once, by sixteen clients that keep
 * their connections, first by the server that derived them, then by servers that were just started over the same database.
 */
public final class FirstScrubBenchmark {
    private static final int CLIENTS = 16;
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private FirstScrubBenchmark() {}

    /** Arguments: how many claims, and how often the server is started again. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int count = Integer.parseInt(arguments[0]);
        int starts = Integer.parseInt(arguments[1]);
        ServerSettings settings = ServerSettings.fromEnvironment(
                Map.of("PLAINCLAIM_PORT", "0", "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:firsts;DB_CLOSE_DELAY=-1"));
        List<String> claims;
        try (PlainclaimServer server = PlainclaimServer.start(settings)) {
            claims = new ClaimsOnFile(server.baseUri(), true).derived(0, count);
            once("derived by this server", server.baseUri(), claims);
        }
        for (int start = 1; start <= starts; start++) {
            try (PlainclaimServer server = PlainclaimServer.start(settings)) {
                once("start " + start, server.baseUri(), claims);
            }
        }
    }

    private static void once(String when, URI base, List<String> claims)
            throws InterruptedException, ExecutionException {
        long cpu = PROCESS.getProcessCpuTime();
        long server = serverThreads();
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> parts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            parts.add(pool.submit(() -> {
                try (KeptConnection connection = new KeptConnection(base)) {
                    for (int call = next.getAndIncrement(); call < claims.size(); call = next.getAndIncrement()) {
                        connection.send("POST", base.getPath() + "/Claim/" + claims.get(call) + "/$scrub", NOTHING);
                    }
                }
                return null;
            }));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        pool.shutdown();
        System.out.printf(
                Locale.ROOT,
                "%s: first scrub of each of %d claims: %.0f a second, %.2f ms of processor each (with the client and the"
                        + " compiler), of them %.2f in the threads of the server%n",
                when,
                claims.size(),
                claims.size() / ((System.nanoTime() - start) / 1e9),
                (PROCESS.getProcessCpuTime() - cpu) / 1e6 / claims.size(),
                (serverThreads() - server) / 1e6 / claims.size());
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
}
