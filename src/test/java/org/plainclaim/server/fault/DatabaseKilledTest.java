package org.plainclaim.server.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FreshServer;

/**
 * All processes of a PostgreSQL are killed at random moments while an EHR pushes and derives; the server says that it can not go
 * on now, and goes on by itself when the database is back. {@code -Dplainclaim.kills=50} kills it so often.
 */
final class DatabaseKilledTest {
    private static final int KILLS = Integer.getInteger("plainclaim.kills", 1);
    private static final int WITHIN_MILLIS = 1_500;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @LongForm
    void losesNothingAndGoesOn() throws IOException {
        Random random = new Random();
        try (KilledPostgres database = KilledPostgres.in(folder.resolve("data"));
                FreshServer server = FreshServer.over(database.url());
                DisturbedEhr ehr = DisturbedEhr.at(server)) {
            for (int kill = 0; kill < KILLS; kill++) {
                ehr.goesOn();
                Disaster.passes(random.nextInt(WITHIN_MILLIS));
                database.kill();
                ehr.isDisturbed();
                if (kill == 0) {
                    everyDoorSaysSo(server.http());
                }
                database.comesBack();
            }
            ehr.goesOn();
            assertTrue(ehr.account() >= KILLS, "something happened to it each time");
            FaultTable.row("the database is killed", KILLS, "PostgreSQL", ehr);
        }
    }

    private static void everyDoorSaysSo(FhirHttp http) {
        assertEquals(200, http.get("../health/live").status(), "it need not be started again");
        assertEquals(503, http.get("../health/ready").status());
        FhirHttp.Answer page = http.get("../desk/sessions", "Accept", "text/html");
        assertEquals(503, page.status(), page::body);
    }
}
