package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole server is killed at random moments while claims are submitted and sent, while remittances are applied, and while a
 * day is derived in one piece of long work; the next one goes on, and in the end nothing is missing and nothing was done twice.
 *
 * <p>Each kill starts a server, which takes its time: without a word there is one, over H2, while claims are submitted.
 * {@code -Dplainclaim.kills=20} kills so often over each database, half of the times while remittances are applied;
 * {@code -Dplainclaim.kills.seed} repeats a run's moments.
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
    void losesNothingAndDoesNothingTwiceOverH2() throws IOException {
        killed("H2", "jdbc:h2:file:" + folder.resolve("data/plainclaim"), KILLS);
    }

    @Test
    @EnabledIfSystemProperty(
            named = "plainclaim.kills",
            matches = "[1-9][0-9]*",
            disabledReason = "over PostgreSQL with -Dplainclaim.kills=20")
    void losesNothingAndDoesNothingTwiceOverPostgreSql() throws IOException {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start()) {
            killed("PostgreSQL", database.getJdbcUrl("postgres", "postgres"), KILLS);
        }
    }

    private void killed(String database, String url, int kills) throws IOException {
        int submitting = kills - kills / 2;
        String account;
        try (KilledOffice office = new KilledOffice(folder, url, new Random(SEED))) {
            office.documents(kills == 1 ? CLAIMS_OF_A_LIFE : CLAIMS_OF_A_LIFE * (submitting + 1));
            office.derivesADay(kills == 1 ? SESSIONS_OF_A_DAY : SESSIONS_OF_A_DAY * Math.min(kills, 10));
            office.submits(submitting);
            office.payerAnswers();
            office.applies(kills / 2);
            account = office.account();
        }
        System.out.printf("%s, seed %d: %s%n", database, SEED, account);
        assertTrue(account.startsWith(kills + " kills"), account);
    }
}
