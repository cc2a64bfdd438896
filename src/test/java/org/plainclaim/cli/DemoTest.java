package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.Sessions;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

final class DemoTest {
    @Test
    void pushesAllExamplesExplainsOneAndSaysWhetherItIsReady() {
        StringWriter text = new StringWriter();
        Demo demo = Demo.in(Map.of("PLAINCLAIM_PORT", "0"), new PrintWriter(text));
        Path partners = Path.of(demo.settings().getOrDefault("PLAINCLAIM_PARTNERS", ""));
        assertTrue(Files.exists(partners));
        int port;
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(demo.settings()))) {
            demo.with(server);
            port = server.port();
            assertEquals(0, new Health(new PrintWriter(text)).ask(Map.of("PLAINCLAIM_PORT", String.valueOf(port))));
        }
        demo.stopped();
        assertFalse(Files.exists(partners), "nothing is left");
        assertEquals(1, new Health(new PrintWriter(text)).ask(Map.of("PLAINCLAIM_PORT", String.valueOf(port))));
        String shown = text.toString();
        assertTrue(shown.contains("Pushed " + Sessions.names().size() + " example sessions"), shown);
        assertTrue(shown.contains("90837-95 x1 place 10"), shown);
        assertTrue(shown.contains("Encounter.period.end = "), shown);
        assertEquals(3, shown.lines().filter(line -> line.contains(" HELD ")).count(), shown);
        assertTrue(shown.contains("/metadata"), shown);
        theMoneyIsShown(shown);
    }

    private static void theMoneyIsShown(String shown) {
        String office = row(shown, "psychotherapy-office");
        assertTrue(office.matches(" *psychotherapy-office +90837 +190\\.00 +127\\.00 +25\\.00 +paid"), office);
        String family = row(shown, "family-with-patient");
        assertTrue(
                family.matches(" *family-with-patient +90847 +160\\.00 +0\\.00 +0\\.00 +DENIED: .*CO-197.*e07.*"),
                family);
    }

    private static String row(String shown, String session) {
        String money = shown.substring(shown.indexOf("== What the payer did"));
        return money.lines()
                .filter(line -> line.strip().startsWith(session + " "))
                .findFirst()
                .orElse(shown);
    }

    @Test
    void keepsNothingUnlessADatabaseIsConfigured() {
        Demo demo = Demo.in(Map.of(), new PrintWriter(new StringWriter()));
        assertEquals("jdbc:h2:mem:demo", demo.settings().get("PLAINCLAIM_DATABASE_URL"));
        demo.stopped();
    }

    @Test
    void leavesWhatIsConfiguredAsItIs() {
        Map<String, String> configured =
                Map.of("PLAINCLAIM_DATABASE_URL", "jdbc:h2:file:./data/x", "PLAINCLAIM_PARTNERS", "partners.csv");
        Demo demo = Demo.in(configured, new PrintWriter(new StringWriter()));
        assertEquals(configured, demo.settings());
        demo.stopped();
    }
}
