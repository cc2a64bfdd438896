package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole server is killed at random moments while claims are submitted and sent and while remittances are applied; the
 * next one goes on, and in the end nothing is missing and nothing was done twice.
 *
 * <p>{@code -Dplainclaim.kills=20} kills so often, over both databases; {@code -Dplainclaim.kills.seed} repeats a run's
 * moments.
 */
final class KilledServerTest {
    private static final int KILLS = Integer.getInteger("plainclaim.kills", 0);
    private static final int USUAL = 2;
    private static final int CLAIMS_OF_A_LIFE = 4;
    private static final long SEED = Long.getLong("plainclaim.kills.seed", new Random().nextInt(1_000_000));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void losesNothingAndDoesNothingTwiceOverH2() throws IOException {
        killed("H2", "jdbc:h2:file:" + folder.resolve("data/plainclaim"), KILLS == 0 ? USUAL : KILLS);
    }

    @Test
    void losesNothingAndDoesNothingTwiceOverPostgreSql() throws IOException {
        if (KILLS == 0) {
            // each start takes its time: the short form is of one database alone
            return;
        }
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start()) {
            killed("PostgreSQL", database.getJdbcUrl("postgres", "postgres"), KILLS);
        }
    }

    private void killed(String database, String url, int kills) throws IOException {
        int submitting = kills - kills / 2;
        String account;
        try (KilledOffice office = new KilledOffice(folder, url, new Random(SEED))) {
            office.documents(CLAIMS_OF_A_LIFE * (submitting + 1));
            office.submits(submitting);
            office.payerAnswers();
            office.applies(kills / 2);
            account = office.account();
        }
        System.out.printf("%s, seed %d: %s%n", database, SEED, account);
        assertTrue(account.startsWith(kills + " kills"), account);
    }
}
