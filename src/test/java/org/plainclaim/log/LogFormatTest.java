package org.plainclaim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The log as text for people, or as JSON for machines. */
final class LogFormatTest {
    @Test
    void isTextUnlessAskedOtherwise() throws JoranException {
        String line = written("text");
        assertTrue(line.matches("\\S+Z? WARN  PlainclaimServer: Port 8080 is taken\\R"), line);
    }

    @Test
    void isOneObjectALine() throws Exception {
        String line = written("json");
        assertEquals(1, line.lines().count(), line);
        JsonNode said = new ObjectMapper().readTree(line);
        assertEquals("Port 8080 is taken", said.path("formattedMessage").asText());
        assertEquals("WARN", said.path("level").asText());
        assertEquals(
                "org.plainclaim.server.PlainclaimServer",
                said.path("loggerName").asText());
        assertTrue(said.path("timestamp").isNumber(), line);
    }

    private static String written(String format) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("PLAINCLAIM_LOG", format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL file = Objects.requireNonNull(LogFormatTest.class.getResource("/logback.xml"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            configurator.doConfigure(file);
            context.getLogger("org.plainclaim.server.PlainclaimServer").warn("Port {} is taken", 8080);
        } finally {
            System.setErr(before);
            context.stop();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
