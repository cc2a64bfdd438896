package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

final class DemoTest {
    @Test
    void pushesAllExamplesExplainsOneAndSaysWhetherItIsReady() {
        Map<String, String> settings = Demo.settings(Map.of("PLAINCLAIM_PORT", "0"));
        StringWriter text = new StringWriter();
        int port;
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(settings))) {
            new Demo(new PrintWriter(text)).show(server);
            port = server.port();
            assertEquals(0, new Health(new PrintWriter(text)).ask(Map.of("PLAINCLAIM_PORT", String.valueOf(port))));
        }
        assertEquals(1, new Health(new PrintWriter(text)).ask(Map.of("PLAINCLAIM_PORT", String.valueOf(port))));
        String shown = text.toString();
        assertTrue(shown.contains("Pushed " + Sessions.names().size() + " example sessions"), shown);
        assertTrue(shown.contains("90837-95 x1 place 10"), shown);
        assertTrue(shown.contains("Encounter.period.end = "), shown);
        assertEquals(3, shown.lines().filter(line -> line.contains(" HELD ")).count(), shown);
        assertTrue(shown.contains("/metadata"), shown);
    }

    @Test
    void keepsNothingUnlessADatabaseIsConfigured() {
        assertEquals("jdbc:h2:mem:demo", Demo.settings(Map.of()).get("PLAINCLAIM_DATABASE_URL"));
        Map<String, String> configured = Map.of("PLAINCLAIM_DATABASE_URL", "jdbc:h2:file:./data/x");
        assertEquals(configured, Demo.settings(configured));
    }
}
