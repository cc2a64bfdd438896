package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.slf4j.LoggerFactory;

/**
 * Requests in bad faith: none makes the server fail, none gets at another practice's data, none puts data into the log.
 *
 * <p>How many is the system property {@code plainclaim.fuzz}; which, is {@code plainclaim.fuzz.seed}.
 */
final class HostileRequestsTest {
    private static final int REQUESTS = Integer.getInteger("plainclaim.fuzz", 2_000);
    private static final long SEED = Long.getLong("plainclaim.fuzz.seed", 20_261_130L);
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String CANARY = TwoPractices.canary("linden");

    /** Stands beside the canary, and no request has it: so it can come from the other practice's records alone. */
    private static final String SECRET = "Zanthoxylum";

    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private Socket socket = new Socket();

    @Test
    void noneFailsAndNoneTells() throws IOException {
        FhirHttp linden = TwoPractices.H2.of("linden").http();
        String patient = "{\"resourceType\":\"Patient\",\"id\":\"canary\",\"name\":[{\"family\":\"" + CANARY
                + "\",\"given\":[\"" + SECRET + "\"]}]}";
        assertTrue(linden.put("Patient/canary", patient).status() < 300);
        assertTrue(linden.put("Patient/hostile", patient.replace("\"canary\"", "\"hostile\""))
                        .status()
                < 300);
        List<String> tokens = tokens();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        Random random = new Random(SEED);
        try {
            for (int i = 0; i < REQUESTS; i++) {
                send(HostileRequest.next(random, tokens), i);
            }
        } finally {
            root.detachAppender(log);
            socket.close();
        }
        System.out.println(REQUESTS + " hostile requests were answered: " + answers);
        assertEquals(List.of(), failures);
        for (ILoggingEvent event : List.copyOf(log.list)) {
            assertFalse(event.getFormattedMessage().contains(CANARY), event.getFormattedMessage());
            // what a client can send wrong is its own fault, and none of the server to look into
            assertFalse(event.getLevel().isGreaterOrEqual(Level.ERROR), event.getFormattedMessage());
        }
        assertEquals(200, linden.get("Patient/hostile").status(), "the other practice's record is as it was");
        assertTrue(linden.get("Patient/hostile").body().contains(SECRET));
        assertTrue(answers.size() > 5, "the requests reach many parts: " + answers);
    }

    /** Somebody of the other practice: with every right, with few, of a role, of no practice, and with no signature. */
    private static List<String> tokens() {
        String all = GuardedServer.sign(GuardedServer.claims("system/*.cruds", Role.values())
                .claim("practice", "oak")
                .build());
        List<String> tokens = new ArrayList<>(List.of(all, "", "eyJhbGciOiJub25lIn0.e30.", all + "x"));
        for (String scopes : List.of("user/*.rs", "user/Claim.cruds?status=active", "patient/*.rs")) {
            tokens.add(GuardedServer.sign(GuardedServer.claims(scopes, Role.values())
                    .claim("practice", "oak")
                    .claim("patient", "hostile")
                    .build()));
        }
        for (Role role : Role.values()) {
            tokens.add(GuardedServer.sign(GuardedServer.claims("user/*.cruds", role)
                    .claim("practice", "oak")
                    .build()));
        }
        for (Object practice : List.of("", "../linden", List.of("linden", "oak"), Map.of("linden", "oak"), 7)) {
            tokens.add(GuardedServer.sign(GuardedServer.claims("system/*.cruds", Role.values())
                    .claim("practice", practice)
                    .build()));
        }
        return tokens;
    }

    private void send(HostileRequest request, int number) throws IOException {
        connect();
        String answer;
        try {
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
            answer = answer(request.method().equals("HEAD"));
        } catch (IOException closed) {
            // the server may hang up on what is no HTTP
            socket.close();
            return;
        }
        if (answer.isEmpty()) {
            socket.close();
            return;
        }
        int status = Integer.parseInt(answer.substring(9, 12));
        answers.merge(status, 1, Integer::sum);
        boolean tells = answer.contains(SECRET);
        if ((status >= 500 || tells) && failures.size() < 20) {
            failures.add(number + ": " + request.method() + " " + request.path() + " [" + request.type() + "] "
                    + request.headers() + " " + request.body() + " -> " + answer);
        }
        if (answer.toLowerCase(Locale.ROOT).contains("connection: close")) {
            socket.close();
        }
    }

    private void connect() throws IOException {
        if (socket.isClosed() || !socket.isConnected()) {
            socket = new Socket(
                    InetAddress.getLoopbackAddress(), TwoPractices.H2.server().port());
            socket.setSoTimeout(PATIENCE_MILLIS);
            input = new BufferedInputStream(socket.getInputStream());
        }
    }

    private InputStream input = InputStream.nullInputStream();

    /** Head and body of one answer; empty if the server hung up. */
    private String answer(boolean headOnly) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        if (headOnly || lower.startsWith("http/1.1 204") || lower.startsWith("http/1.1 304")) {
            return head.toString();
        }
        if (lower.contains("transfer-encoding: chunked")) {
            return head + chunks();
        }
        int at = lower.indexOf("content-length: ");
        int length = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 16, lower.indexOf('\r', at)));
        return head + new String(input.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            all.write(input.readNBytes(size));
            line();
            if (size == 0) {
                return all.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
