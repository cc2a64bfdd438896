package org.plainclaim.server.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disasters strike at random moments while claims are submitted and sent, while remittances are applied, while a day is derived
 * in one piece of long work, and while an EHR pushes; in the end nothing is missing and nothing was done twice.
 *
 * <p>Each kill starts a server, which takes its time: without a word there is one, over H2, while claims are submitted.
 * {@code -Dplainclaim.kills=20} lets each disaster strike so often over each database, half of the times while remittances are
 * applied; {@code -Dplainclaim.kills.seed} repeats a run's moments.
 */
final class KilledServerTest {
    private static final int KILLS = Integer.getInteger("plainclaim.kills", 1);
    private static final int CLAIMS_OF_A_LIFE = 4;
    private static final int SESSIONS_OF_A_DAY = 12;
    private static final long SEED = Long.getLong("plainclaim.kills.seed", new Random().nextInt(1_000_000));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void serverOverH2() throws IOException {
        strikes(
                "the server is killed",
                "H2",
                "jdbc:h2:file:" + folder.resolve("data/plainclaim"),
                Disaster.SERVER_KILLED);
    }

    @LongForm
    void serverOverPostgreSql() throws IOException {
        try (KilledPostgres database = KilledPostgres.in(folder.resolve("data"))) {
            strikes("the server is killed", "PostgreSQL", database.url(), Disaster.SERVER_KILLED);
        }
    }

    @LongForm
    void databaseOfAServer() throws IOException {
        try (KilledPostgres database = KilledPostgres.in(folder.resolve("data"))) {
            strikes("the database is killed, offices bill", "PostgreSQL", database.url(), Disaster.killed(database));
        }
    }

    @LongForm
    void oneOfTwoNodes() throws IOException {
        try (KilledPostgres database = KilledPostgres.in(folder.resolve("data"));
                NodeLeaves leaves = new NodeLeaves(folder, KilledOffice.environment(folder, database.url()))) {
            strikes("one of two nodes is killed, another joins", "PostgreSQL", database.url(), leaves);
        }
    }

    @LongForm
    void clockOfOneOfTwoNodes() throws IOException {
        Optional<Path> library = ClockJumps.library();
        assumeTrue(library.isPresent(), "the package libfaketime is not installed");
        try (KilledPostgres database = KilledPostgres.in(folder.resolve("data"));
                ClockJumps jumps = new ClockJumps(
                        folder, KilledOffice.environment(folder, database.url()), library.orElseThrow())) {
            strikes("the clock of one of two nodes jumps", "PostgreSQL", database.url(), jumps);
        }
    }

    private void strikes(String what, String database, String url, Disaster disaster) throws IOException {
        int submitting = KILLS - KILLS / 2;
        String account;
        try (KilledOffice office = new KilledOffice(folder, url, disaster, new Random(SEED))) {
            office.documents(KILLS == 1 ? CLAIMS_OF_A_LIFE : CLAIMS_OF_A_LIFE * (submitting + 1));
            office.derivesADay(KILLS == 1 ? SESSIONS_OF_A_DAY : SESSIONS_OF_A_DAY * Math.min(KILLS, 10));
            office.submits(submitting);
            office.payerAnswers();
            office.applies(KILLS / 2);
            account = office.account();
        }
        System.out.printf("%s, %s, seed %d: %s%n", what, database, SEED, account);
        assertTrue(account.startsWith(KILLS + " times"), account);
        FaultTable.row(what, KILLS, database, account.replaceFirst("\\d+ times, ", ""));
    }
}
