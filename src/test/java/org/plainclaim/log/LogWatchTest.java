package org.plainclaim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.slf4j.LoggerFactory;

/** The watch over the log sees what it is there for; a watch that sees nothing would let everything pass. */
final class LogWatchTest {
    private static final String NOTE = "She said that her brother came back in the night.";

    private final LogWatch watch = new LogWatch();

    private boolean sees(String line) {
        watch.read(line);
        return !watch.takeTold().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Could not read Zebrawood", "patient=Zebrawood|1", "member (ZW-7700-A) unknown", "Canarylinden"})
    void seesNamesAndMemberIds(String line) {
        watch.learn("{\"name\":[{\"family\":\"Zebrawood\"}],\"subscriberId\" : \"ZW-7700-A\"}");
        assertTrue(sees(line));
    }

    @Test
    void seesTheWordsOfNotes() {
        watch.learn("{\"data\":\""
                + Base64.getEncoder().encodeToString(NOTE.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "\"}");
        assertTrue(sees("Unexpected text: '" + NOTE + "'"));
        assertFalse(sees("She said"));
    }

    @Test
    void passesByWordsThatOnlyHoldAName() {
        watch.learn("{\"family\":\"Zebra\"}");
        assertFalse(sees("Zebrawoods were counted"));
    }

    @Test
    void seesTheMessageOfACause() {
        watch.learn("{\"family\":\"Zebrawood\"}");
        Logger logger = (Logger) LoggerFactory.getLogger("test");
        Exception failure = new IllegalStateException("outer", new IllegalArgumentException("bad name Zebrawood"));
        watch.append(new LoggingEvent("test", logger, Level.ERROR, "A fault", failure, null));
        assertEquals(1, watch.takeTold().size());
    }

    /** From a request that a test sends to the line that tells of it, through the logger that everybody uses. */
    @Test
    void knowsWhatTestsSendAndHearsWhatIsLogged() {
        FhirHttp http = RunningServer.H2.http();
        http.post("Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Quebracho\"}]}");
        LoggerFactory.getLogger("test").error("Could not store Quebracho");
        List<String> told = LogWatch.attached().takeTold();
        assertEquals(List.of("'Quebracho' in: Could not store Quebracho"), told);
    }
}
