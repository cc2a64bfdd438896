package org.plainclaim.server.eligibility;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.plainclaim.x12.eligibility.Answers;

/** A real HTTPS server that takes a 270 and gives back a 271, or what it is in the mood for. */
final class RealTimePayer implements AutoCloseable {
    private static final Pattern TRACE = Pattern.compile("~TRN\\*1\\*([^*~]*)");
    private static final Pattern MEMBER = Pattern.compile("~(NM1\\*IL\\*[^~]*)");
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** What it does with the next question. */
    enum Mood {
        ANSWERS,
        SAYS_INACTIVE,
        FAILS,
        ASKS_TO_TRY_AGAIN,
        SAYS_NOTHING,
        ANSWERS_ANOTHER
    }

    private final HttpsServer server;
    private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    private RealTimePayer(SSLContext keys) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(keys));
        server.createContext("/ask", this::handle);
        server.start();
    }

    /** Starts one whose certificate this process trusts from now on. */
    static RealTimePayer at(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "payer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        SSLContext context = context(file);
        SSLContext.setDefault(context);
        return new RealTimePayer(context);
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("payer", keys.getCertificate("payer"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    URI address() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/ask");
    }

    /** What it does with the next questions. */
    void moods(Mood... next) {
        moods.clear();
        moods.addAll(List.of(next));
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        asked.incrementAndGet();
        Mood mood = moods.poll();
        boolean known = "Bearer token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = answer(mood == null ? Mood.FAILS : mood, question).getBytes(StandardCharsets.US_ASCII);
        int status = !known ? 401 : mood == null || mood == Mood.FAILS ? 503 : 200;
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String answer(Mood mood, String question) {
        return switch (mood) {
            case FAILS, SAYS_NOTHING -> "";
            case ANSWERS -> about(question, "EB*1**30", "EB*1**MH", "EB*B**MH***27*25*****Y");
            case SAYS_INACTIVE -> about(question, "EB*6**30", "EB*6**MH");
            case ASKS_TO_TRY_AGAIN -> about(question, "AAA*Y**42*R");
            case ANSWERS_ANOTHER -> about(question.replaceAll("~TRN\\*1\\*[^*~]*", "~TRN*1*STRANGE"), "EB*1**30");
        };
    }

    private static String about(String question, String... benefits) {
        String today = Intake.today().toString().replace("-", "");
        return Answers.file(today, List.of(first(MEMBER, question)), List.of(benefits))
                .replace("TRN*2*T1*", "TRN*2*" + first(TRACE, question) + "*");
    }

    private static String first(Pattern wanted, String question) {
        Matcher matcher = wanted.matcher(question);
        if (!matcher.find()) {
            throw new IllegalStateException("the question is no 270");
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
