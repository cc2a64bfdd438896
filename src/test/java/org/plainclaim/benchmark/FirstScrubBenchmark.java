package org.plainclaim.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

/**
 * What it costs to scrub derived claims of which nothing is at hand: each is asked for once, by sixteen clients that keep
 * their connections, first by the server that derived them, then by servers that were just started over the same database.
 */
public final class FirstScrubBenchmark {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private FirstScrubBenchmark() {}

    /** Arguments: how many claims, and how often the server is started again. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int count = Integer.parseInt(arguments[0]);
        int starts = Integer.parseInt(arguments[1]);
        ServerSettings settings = ServerSettings.fromEnvironment(
                Map.of("PLAINCLAIM_PORT", "0", "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:firsts;DB_CLOSE_DELAY=-1"));
        List<String> claims;
        try (PlainclaimServer server = PlainclaimServer.start(settings)) {
            claims = new ClaimsOnFile(server.baseUri(), true).derived(count);
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
        long server = ScrubCalls.serverThreads();
        long start = System.nanoTime();
        new ScrubCalls(base).call(claims, claims.size());
        System.out.printf(
                Locale.ROOT,
                "%s: first scrub of each of %d claims: %.0f a second, %.2f ms of processor each (with the client and the"
                        + " compiler), of them %.2f in the threads of the server%n",
                when,
                claims.size(),
                claims.size() / ((System.nanoTime() - start) / 1e9),
                (PROCESS.getProcessCpuTime() - cpu) / 1e6 / claims.size(),
                (ScrubCalls.serverThreads() - server) / 1e6 / claims.size());
    }
}
