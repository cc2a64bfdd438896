package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is stopped at every step of dispatching, and another one goes on.
 *
 * <p>{@code -Dplainclaim.crash.postgresql=true} stops at every step over PostgreSQL too.
 */
final class CrashTest {
    private static final int MOST_STEPS = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @Test
    void sendsEachClaimOnceWhereverTheProcessStops() throws Exception {
        int steps = 0;
        while (steps < MOST_STEPS && stopsAt(++steps, h2(steps))) {
            // one more step
        }
        assertTrue(steps >= 9, "the process was stopped only at " + steps + " steps");
    }

    @Test
    void sendsEachClaimOnceOverPostgreSqlToo() throws Exception {
        boolean every = Boolean.getBoolean("plainclaim.crash.postgresql");
        // before the interchange is committed, and after the file is put
        List<Integer> steps = new ArrayList<>(List.of(4, 7));
        for (int step = 1; every && step < 12; step++) {
            steps.add(step);
        }
        for (int step : steps) {
            stopsAt(step, LogDatabase.POSTGRESQL.fresh());
        }
    }

    private DataSource h2(int step) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + temp.resolve("db" + step));
        return source;
    }

    /** False if the process came to its end before the step. */
    private boolean stopsAt(int step, DataSource source) throws Exception {
        String where = source.getClass().getSimpleName() + " step " + step;
        Tables tables = LogDatabase.tables(source);
        for (String number : List.of("A2", "A3", "A4")) {
            tables.outbox().put(Claims.to("p", number));
        }
        Path folder = temp.resolve(source.getClass().getSimpleName() + step);
        int code = run(LogDatabase.address(source), folder.toString(), "" + step);
        assertTrue(code == 0 || code == Halting.HALTED, where + " ended with " + code);
        Folders folders = new Folders(folder, "p");
        Dispatcher next = new Dispatcher(tables, folders, new ListedClaims(), new Told());
        for (long start = System.nanoTime(); unsent(tables) > 0 && System.nanoTime() - start < 20_000_000_000L; ) {
            // the locks of the stopped process are let go as soon as the database sees that it is gone
            next.run();
        }
        assertEquals(List.of("CLM A2", "CLM A3", "CLM A4"), folders.lines("p", "CLM"), where);
        assertEquals(1, folders.names("p").size(), where);
        Stream.of("A2", "A3", "A4")
                .forEach(number -> assertEquals(
                        ClaimState.SENT,
                        tables.log().claim(number).orElseThrow().state(),
                        where));
        return code == Halting.HALTED;
    }

    private static long unsent(Tables tables) {
        return tables.log().claims("state in ('READY', 'BATCHED')").size();
    }

    private static int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                HaltedDispatcher.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File(arguments[1] + ".log")))
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process does not end");
        return process.exitValue();
    }
}
