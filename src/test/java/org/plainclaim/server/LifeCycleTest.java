package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a server says that it can not start; what it keeps over a restart is in {@link BackupTest}. */
final class LifeCycleTest {
    @Test
    void saysWhichPortIsTaken() {
        int port = RunningServer.H2.server().port();
        ServerSettings settings = ServerSettings.fromEnvironment(Map.of("PLAINCLAIM_PORT", "" + port));
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> PlainclaimServer.start(settings)
                .close());
        assertTrue(refused.toString().contains("PLAINCLAIM_PORT"), refused.toString());
    }

    @Test
    void givesUpOnADatabaseThatIsNotThere() {
        ServerSettings settings = RunningServer.settings("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1");
        assertThrows(IllegalStateException.class, () -> PlainclaimServer.start(settings)
                .close());
    }
}
