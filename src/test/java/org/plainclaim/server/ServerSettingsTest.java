package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServerSettingsTest {
    @Test
    void listensOnTheLoopbackAddressWithAnEmbeddedFileDatabaseWhenNothingIsSet() {
        ServerSettings settings = ServerSettings.fromEnvironment(Map.of("PATH", "/bin"));
        assertEquals("127.0.0.1", settings.host());
        assertEquals(8080, settings.port());
        assertEquals("jdbc:h2:file:./data/plainclaim", settings.database().url());
        assertEquals(8L * 1024 * 1024, settings.maxBodyBytes());
        assertNull(settings.baseUrl());
    }

    @Test
    void refusesAnUnknownVariableAndNamesTheNearestOne() {
        SettingsException refused = assertThrows(
                SettingsException.class, () -> ServerSettings.fromEnvironment(Map.of("PLAINCLAIM_PROT", "1")));
        assertEquals(1, refused.problems().size());
        assertTrue(refused.problems().get(0).contains("did you mean PLAINCLAIM_PORT?"), refused.toString());
    }

    @Test
    void reportsEveryBadValueAtOnce() {
        SettingsException refused = assertThrows(
                SettingsException.class,
                () -> ServerSettings.fromEnvironment(Map.of(
                        "PLAINCLAIM_PORT", "70000",
                        "PLAINCLAIM_TIME_ZONE", "Mars/Olympus",
                        "PLAINCLAIM_BASE_URL", "billing",
                        "PLAINCLAIM_DATABASE_URL", "jdbc:mysql://x",
                        "PLAINCLAIM_MAX_BODY_MB", "lots")));
        assertEquals(5, refused.problems().size(), refused.getMessage());
    }

    @Test
    void neverPrintsThePassword() {
        ServerSettings settings = ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_DATABASE_PASSWORD", "hush",
                "PLAINCLAIM_DATABASE_URL", "jdbc:postgresql://db/x?password=hush"));
        assertFalse(settings.toString().contains("hush"), settings.toString());
    }
}
