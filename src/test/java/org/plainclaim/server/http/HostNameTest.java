package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.RunningServer;

/** A name that somebody else gave the loopback address is not answered while nobody is asked who they are. */
final class HostNameTest {
    private static int status(int port, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /fhir/metadata HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,200",
        "localhost:8080,200",
        "127.0.0.1,200",
        "[::1]:99,200",
        "evil.example,403",
        "evil.example:80,403"
    })
    void answersOnlyToTheNamesOfThisMachine(String host, int status) throws IOException {
        assertEquals(status, status(RunningServer.H2.server().port(), host));
    }

    @ParameterizedTest
    @CsvSource({"billing.example.org,200", "localhost,200"})
    void withAnIssuerTheTokenIsTheAnswer(String host, int status) throws IOException {
        assertEquals(status, status(GuardedServer.server().port(), host));
    }
}
