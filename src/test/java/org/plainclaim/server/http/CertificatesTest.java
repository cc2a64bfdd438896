package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.server.ServerSettings;

/** The port with a certificate, which is replaced while requests go on. */
final class CertificatesTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** A certificate of its own, made by the JDK's tool. */
    private KeyStore made(String name, String algorithm) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        try (InputStream said = keytool.getInputStream()) {
            said.readAllBytes();
        }
        assertEquals(0, keytool.waitFor());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    private void put(KeyStore store, String name) throws Exception {
        replace("tls.crt", pem("CERTIFICATE", store.getCertificate(name).getEncoded()));
        replace("tls.key", pem("PRIVATE KEY", store.getKey(name, PASSWORD).getEncoded()));
    }

    private void replace(String file, String text) throws IOException {
        Path fresh = Files.writeString(folder.resolve(file + ".new"), text);
        Files.move(fresh, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private ServerSettings settings() {
        return ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_PORT", "0",
                "PLAINCLAIM_TLS_CERTIFICATE", folder.resolve("tls.crt").toString(),
                "PLAINCLAIM_TLS_KEY", folder.resolve("tls.key").toString()));
    }

    private static SSLContext trusting(KeyStore one, KeyStore other) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("one", one.getCertificate(one.aliases().nextElement()));
        trusted.setCertificateEntry(
                "other", other.getCertificate(other.aliases().nextElement()));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static String subject(SSLContext context, int port, String protocol) throws IOException {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            assertEquals(protocol, socket.getSession().getProtocol());
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }

    private static int live(HttpClient client, int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/health/live"))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failed) {
            return -1;
        }
    }

    @Test
    void aNewCertificateIsShownWithoutARestartAndNoRequestIsLost() throws Exception {
        KeyStore first = made("first", "RSA");
        KeyStore second = made("second", "EC");
        put(first, "first");
        SSLContext trust = trusting(first, second);
        try (WebServer web = WebServer.listen(settings())) {
            assertEquals("CN=first", subject(trust, web.port(), "TLSv1.3"));
            assertEquals("CN=first", subject(trust, web.port(), "TLSv1.2"));
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Integer> lost = CompletableFuture.supplyAsync(() -> {
                HttpClient client = HttpClient.newBuilder().sslContext(trust).build();
                int failed = 0;
                while (!enough.get()) {
                    failed += live(client, web.port()) == 200 ? 0 : 1;
                }
                return failed;
            });
            put(second, "second");
            Instant deadline = Instant.now().plus(PATIENCE);
            while (!subject(trust, web.port(), "TLSv1.3").equals("CN=second")) {
                assertTrue(Instant.now().isBefore(deadline), "the new certificate was never shown");
            }
            enough.set(true);
            assertEquals(0, lost.get());
        }
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefusedAtTheStart() throws Exception {
        put(made("first", "RSA"), "first");
        KeyStore second = made("second", "RSA");
        replace("tls.key", pem("PRIVATE KEY", second.getKey("second", PASSWORD).getEncoded()));

        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> WebServer.listen(settings()).close());
        assertTrue(refused.toString().contains("not that of the certificate"), refused.toString());
        replace("tls.key", pem("RSA PRIVATE KEY", new byte[] {1}));
        refused = assertThrows(
                IllegalStateException.class, () -> WebServer.listen(settings()).close());
        assertTrue(refused.toString().contains("openssl pkcs8"), refused.toString());
    }
}
