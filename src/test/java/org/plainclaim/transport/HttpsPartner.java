package org.plainclaim.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A real web server of a partner that speaks the protocol of files, and misbehaves when ordered to. */
final class HttpsPartner implements AutoCloseable {
    /** What it does wrong with the next request. */
    enum Mood {
        /** Does it and says nothing. */
        LOSES_THE_ANSWER,
        /** Says that it is busy. */
        BUSY,
        /** Ends the answer in the middle. */
        BREAKS_OFF,
        /** Never answers. */
        SILENT,
        /** Sends the client elsewhere. */
        ELSEWHERE
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    final Map<String, byte[]> out = new TreeMap<>();
    final Map<String, byte[]> in = new TreeMap<>();
    final List<String> requests = new ArrayList<>();
    final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
    String list = "";
    private final boolean secure;

    HttpsPartner(@Nullable SSLContext keys) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        secure = keys != null;
        if (keys == null) {
            server = HttpServer.create(address, 0);
        } else {
            HttpsServer https = HttpsServer.create(address, 0);
            https.setHttpsConfigurator(new HttpsConfigurator(keys));
            server = https;
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create((secure ? "https" : "http") + "://localhost:"
                + server.getAddress().getPort() + "/x12");
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path + " "
                + exchange.getRequestHeaders().getOrDefault("Range", List.of()));
        Mood mood = moods.poll();
        if (mood == Mood.BUSY) {
            answer(exchange, 503, "busy".getBytes(StandardCharsets.US_ASCII));
        } else if (mood == Mood.ELSEWHERE) {
            exchange.getResponseHeaders().set("Location", "http://localhost:1/");
            answer(exchange, 307, new byte[0]);
        } else if (mood == Mood.SILENT) {
            return;
        } else if (!"Bearer token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, new byte[0]);
        } else {
            byte[] content = content(exchange, path, body);
            if (mood == Mood.LOSES_THE_ANSWER) {
                exchange.close();
            } else if (mood == Mood.BREAKS_OFF) {
                exchange.sendResponseHeaders(status, content.length);
                exchange.getResponseBody().write(content, 0, content.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            } else {
                answer(exchange, status, content);
            }
        }
    }

    private int status;

    private byte[] content(HttpExchange exchange, String path, byte[] body) {
        status = 200;
        String name = path.substring(path.lastIndexOf('/') + 1);
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                byte[] before = out.putIfAbsent(
                        String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")), body);
                status = before == null ? 201 : Arrays.equals(before, body) ? 200 : 409;
                return new byte[0];
            }
            case "DELETE" -> {
                status = in.remove(name) == null ? 404 : 204;
                return new byte[0];
            }
            case "POST" -> {
                return body;
            }
            default -> {
                if (path.endsWith("/in")) {
                    return (String.join("\n", in.keySet()) + "\n" + list).getBytes(StandardCharsets.UTF_8);
                }
                return file(exchange, in.get(name));
            }
        }
    }

    private byte[] file(HttpExchange exchange, byte @Nullable [] file) {
        if (file == null) {
            status = 404;
            return new byte[0];
        }
        String tag = "\"" + Arrays.hashCode(file) + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range == null || !tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
            return file;
        }
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        status = 206;
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        return Arrays.copyOfRange(file, from, file.length);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    void disappear() {
        server.stop(0);
    }

    @Override
    public void close() {
        disappear();
        threads.shutdownNow();
    }
}
