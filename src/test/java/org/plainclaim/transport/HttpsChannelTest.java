package org.plainclaim.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.transport.HttpsPartner.Mood;

/** Files and inquiries by HTTPS, against a real server that misbehaves. */
final class HttpsChannelTest {
    private static final Limits QUICK = new Limits(
            300_000, 1_000, Duration.ofSeconds(20), Duration.ofSeconds(20), 4, Duration.ofMillis(1), Duration.ZERO);
    private static final Limits IMPATIENT = new Limits(
            300_000, 1_000, Duration.ofMillis(300), Duration.ofMillis(300), 2, Duration.ofMillis(1), Duration.ZERO);
    private static final byte[] FILE = Interchanges.of(200_000, 1);

    @TempDir
    private Path folder = Path.of("");

    private static Exchanges exchanges(HttpsPartner partner, @Nullable SSLContext trust, Limits limits)
            throws IOException {
        return new Exchanges(partner.address(), trust, "token", limits);
    }

    private static HttpsChannel channel(HttpsPartner partner, Limits limits) throws IOException {
        return new HttpsChannel(partner.address(), exchanges(partner, null, limits), limits);
    }

    @Test
    void putsAFileOnceAlsoWhenTheAnswerIsLost() throws IOException {
        try (HttpsPartner partner = new HttpsPartner(null);
                HttpsChannel channel = channel(partner, QUICK)) {
            partner.moods.addAll(List.of(Mood.LOSES_THE_ANSWER, Mood.BUSY));
            channel.put("a.x12", FILE);
            channel.put("a.x12", FILE);
            assertEquals(Set.of("a.x12"), partner.out.keySet());
            assertArrayEquals(FILE, partner.out.get("a.x12"));
            assertTrue(partner.requests.get(0).startsWith("PUT /x12/out/a.x12 "), partner.requests.toString());
            assertThrows(RefusedFileException.class, () -> channel.put("a.x12", Interchanges.of(100, 2)));
            assertThrows(RefusedFileException.class, () -> channel.put("../b.x12", FILE));
            assertThrows(RefusedFileException.class, () -> channel.put("b.x12", new byte[300_001]));
        }
    }

    @Test
    void givesUpAfterAFewTimes() throws IOException {
        try (HttpsPartner partner = new HttpsPartner(null);
                HttpsChannel channel = channel(partner, QUICK)) {
            partner.moods.addAll(List.of(Mood.BUSY, Mood.BUSY, Mood.BUSY, Mood.BUSY));
            IOException failed = assertThrows(IOException.class, () -> channel.put("a.x12", FILE));
            assertEquals("putting a.x12 failed 4 times", failed.getMessage());
            assertEquals(4, partner.requests.size());
            partner.disappear();
            assertThrows(IOException.class, () -> channel.put("a.x12", FILE));
        }
    }

    @Test
    void fetchesAFileFromWhereItWasCut() throws IOException {
        try (HttpsPartner partner = new HttpsPartner(null);
                HttpsChannel channel = channel(partner, QUICK)) {
            partner.in.put("a.x12", FILE);
            assertEquals(List.of("a.x12"), channel.waiting());
            partner.moods.addAll(List.of(Mood.BREAKS_OFF, Mood.BUSY, Mood.BREAKS_OFF));
            try (InputStream bytes = channel.open("a.x12")) {
                assertArrayEquals(FILE, bytes.readAllBytes());
            }
            assertEquals(5, partner.requests.size());
            assertTrue(
                    partner.requests.get(4).matches("GET /x12/in/a.x12 \\[bytes=[1-9]\\d*-]"),
                    partner.requests.toString());
            partner.moods.add(Mood.LOSES_THE_ANSWER);
            channel.taken("a.x12");
            channel.taken("a.x12");
            assertEquals(List.of(), channel.waiting());
            assertThrows(RefusedFileException.class, () -> channel.open("a.x12"));
        }
    }

    @Test
    void beginsAnewIfTheFileIsAnotherByNow() throws IOException {
        byte[] other = Interchanges.of(150_000, 2);
        try (HttpsPartner partner = new HttpsPartner(null)) {
            HttpsChannel channel = channel(partner, QUICK);
            partner.in.put("a.x12", FILE);
            partner.moods.add(Mood.BREAKS_OFF);
            HttpsDownload fetched = new HttpsDownload(channel, "a.x12");
            assertThrows(IOException.class, fetched::attempt);
            partner.in.put("a.x12", other);
            try (InputStream bytes = fetched.attempt()) {
                assertArrayEquals(other, bytes.readAllBytes());
            }
        }
    }

    @Test
    void doesNotHandOutWhatIsNotWholeOrHasNoName() throws IOException {
        try (HttpsPartner partner = new HttpsPartner(null);
                HttpsChannel channel = channel(partner, QUICK)) {
            partner.in.put("cut.x12", java.util.Arrays.copyOf(FILE, FILE.length - 9));
            partner.in.put("large.x12", Interchanges.of(310_000, 1));
            partner.list = "x/../../etc/passwd\r\na/b\n\u00e9\n.hidden\nx.part\nb.x12\n";
            assertEquals(List.of("b.x12", "cut.x12", "large.x12"), channel.waiting());
            assertEquals(
                    Set.of("x?..?..?etc?passwd", "a?b", "?"),
                    channel.refused().stream().map(RefusedFile::name).collect(java.util.stream.Collectors.toSet()));
            assertThrows(IOException.class, () -> channel.open("cut.x12"));
            assertThrows(RefusedFileException.class, () -> channel.open("large.x12"));
            assertThrows(RefusedFileException.class, () -> channel.open("../a.x12"));
            assertThrows(RefusedFileException.class, () -> channel.taken("../a.x12"));
        }
    }

    @Test
    void showsTheTokenToNobodyElse() throws IOException {
        try (HttpsPartner partner = new HttpsPartner(null)) {
            HttpsChannel wrong =
                    new HttpsChannel(partner.address(), new Exchanges(partner.address(), null, "guess", QUICK), QUICK);
            assertThrows(LoginRefusedException.class, () -> wrong.put("a.x12", FILE));
            assertEquals(1, partner.requests.size(), "it must not try again");
            partner.moods.add(Mood.ELSEWHERE);
            HttpsRealTime asked = new HttpsRealTime(partner.address(), exchanges(partner, null, QUICK), QUICK);
            IOException elsewhere = assertThrows(IOException.class, () -> asked.ask(new byte[1]));
            assertEquals("the partner answers with status 307", elsewhere.getMessage());
            URI plain = URI.create("http://payer.example.org/");
            assertThrows(IOException.class, () -> new Exchanges(plain, null, "token", QUICK));
        }
    }

    @Test
    void asksAndIsAnsweredAtOnce() throws IOException {
        byte[] inquiry = Interchanges.of(100, 1);
        try (HttpsPartner partner = new HttpsPartner(null)) {
            RealTime realTime = new HttpsRealTime(partner.address(), exchanges(partner, null, QUICK), QUICK);
            assertArrayEquals(inquiry, realTime.ask(inquiry));
            assertThrows(
                    IOException.class, () -> realTime.ask(new byte[1_001]), "the answer is as large as the inquiry");
            partner.moods.addAll(List.of(Mood.BREAKS_OFF, Mood.BUSY));
            assertThrows(IOException.class, () -> realTime.ask(inquiry));
            assertThrows(IOException.class, () -> realTime.ask(inquiry));
            assertEquals(4, partner.requests.size());
        }
    }

    @Test
    void doesNotWaitForEver() throws IOException {
        try (HttpsPartner partner = new HttpsPartner(null);
                HttpsChannel channel = channel(partner, IMPATIENT)) {
            partner.moods.addAll(List.of(Mood.SILENT, Mood.SILENT));
            assertThrows(IOException.class, channel::waiting);
        }
    }

    /** A key that nobody has signed, made for this test. */
    private KeyStore selfSigned() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "partner",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, "changeit".toCharArray());
        }
        return keys;
    }

    @Test
    void believesOnlyACertificateThatItTrusts() throws Exception {
        KeyStore keys = selfSigned();
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("partner", keys.getCertificate("partner"));
        trusted.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        try (HttpsPartner partner = new HttpsPartner(context)) {
            HttpsChannel channel = new HttpsChannel(partner.address(), exchanges(partner, context, QUICK), QUICK);
            channel.put("a.x12", FILE);
            assertEquals(Set.of("a.x12"), partner.out.keySet());
            HttpsChannel stranger = channel(partner, QUICK);
            assertThrows(IOException.class, () -> stranger.put("b.x12", FILE));
            assertEquals(Set.of("a.x12"), partner.out.keySet());
        }
    }
}
