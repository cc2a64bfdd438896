package org.plainclaim.server.audit;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.plainclaim.audit.Agent;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Interaction;
import org.plainclaim.audit.NodeChains;
import org.plainclaim.server.store.OwnTables;

/** What it costs to write a read down before it leaves: CPU of this process, and time, for each. Run by hand. */
public final class AppendBenchmark {
    private static final PrintStream OUT = System.out;

    private AppendBenchmark() {}

    /** Entries for each round; 50,000 without. */
    public static void main(String[] arguments) throws Exception {
        int entries = arguments.length == 0 ? 50_000 : Integer.parseInt(arguments[0]);
        try (HikariDataSource h2 = source("jdbc:h2:mem:audit;DB_CLOSE_DELAY=-1")) {
            rounds("H2 in memory", h2, entries);
        }
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start();
                HikariDataSource postgres = source(database.getJdbcUrl("postgres", "postgres"))) {
            rounds("PostgreSQL", postgres, entries);
        }
    }

    private static void rounds(String name, HikariDataSource source, int entries) throws InterruptedException {
        OwnTables.bringUpToDate(source, AuditSchema.ROOM);
        round(source, 16, entries);
        for (int threads : new int[] {1, 16, 64}) {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            round(source, threads, entries);
            double micros = (system.getProcessCpuTime() - cpu) / 1_000.0 / entries;
            double seconds = (System.nanoTime() - start) / 1e9;
            OUT.printf(
                    Locale.ROOT,
                    "%s, %d at once: %.0f microseconds of CPU each, %.0f a second%n",
                    name,
                    threads,
                    micros,
                    entries / seconds);
        }
    }

    private static void round(HikariDataSource source, int threads, int entries) throws InterruptedException {
        Appender appender = new Appender(source, new NodeChains(Long.toString(System.nanoTime(), 36)));
        CountDownLatch done = new CountDownLatch(threads);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < entries / threads; n++) {
                    appender.append(List.of(entry(n)));
                }
                done.countDown();
            });
            all.add(thread);
        }
        all.forEach(Thread::start);
        done.await();
    }

    private static Entry entry(int n) {
        Agent agent = new Agent("user-" + n % 7, "ehr", List.of("ehr"), "", "TREAT", "10.0.0.7");
        String reference = "Encounter/" + n;
        return new Entry(
                Instant.now(),
                Interaction.READ,
                "",
                agent,
                200,
                "Patient/" + n % 1000,
                reference,
                List.of(reference + "/_history/1"),
                "",
                new TreeMap<>());
    }

    private static HikariDataSource source(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(16);
        return new HikariDataSource(pool);
    }
}
