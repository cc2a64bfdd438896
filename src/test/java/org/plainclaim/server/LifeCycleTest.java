package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own: what it keeps over a restart, and how it says that it can not start. */
final class LifeCycleTest {
    @Test
    void keepsWhatWasStoredOverARestart(@TempDir Path folder) {
        ServerSettings settings = RunningServer.settings("jdbc:h2:file:" + folder.resolve("plainclaim"));
        FhirHttp gone;
        try (PlainclaimServer first = PlainclaimServer.start(settings)) {
            gone = new FhirHttp(first.baseUri());
            assertEquals(
                    201,
                    gone.put("Patient/kept", "{\"resourceType\":\"Patient\",\"id\":\"kept\"}")
                            .status());
        }
        assertThrows(UncheckedIOException.class, () -> gone.get("metadata"));
        try (PlainclaimServer second = PlainclaimServer.start(settings)) {
            assertEquals(200, new FhirHttp(second.baseUri()).get("Patient/kept").status());
        }
    }

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
