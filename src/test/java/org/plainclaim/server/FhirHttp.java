package org.plainclaim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.plainclaim.log.LogWatch;

/** A small FHIR client for tests: real requests, nothing interpreted on the way. */
public final class FhirHttp {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = client();

    private final URI base;
    private final String[] always;

    FhirHttp(URI base) {
        this(base, new String[0]);
    }

    private FhirHttp(URI base, String... always) {
        this.base = base;
        this.always = always;
    }

    /** It lets go of a connection before the server does, so that no request meets one that is being closed. */
    private static HttpClient client() {
        System.setProperty("jdk.httpclient.keepalive.timeout", "15");
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** A client that sends a header with every request. */
    public FhirHttp with(String header, String value) {
        return new FhirHttp(base, header, value);
    }

    /** A client for a server in another process. */
    public static FhirHttp at(URI base) {
        return new FhirHttp(base);
    }

    /** GET; the path is relative to the FHIR base. */
    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** POST of FHIR JSON. */
    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** PUT of FHIR JSON. */
    public Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** PATCH; name the Content-Type. */
    public Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    /** DELETE. */
    public Answer delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /** Any method; the body is FHIR JSON unless a header says otherwise. */
    public Answer send(String method, String path, String body, String... headers) {
        LogWatch.sent(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/fhir+json");
        }
        if (always.length > 0) {
            request.headers(always);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> raw) {
        public int status() {
            return raw.statusCode();
        }

        public String body() {
            return raw.body();
        }

        /** The first value of a header, or an empty text. */
        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (IOException malformed) {
                throw new UncheckedIOException(raw.body(), malformed);
            }
        }

        /** The ids of the entries of a searchset that matched, in order. */
        public List<String> matches() {
            return StreamSupport.stream(json().path("entry").spliterator(), false)
                    .filter(entry -> !entry.path("search").path("mode").asText().equals("include"))
                    .map(entry -> entry.path("resource").path("id").asText())
                    .toList();
        }

        /** The diagnostics of the first issue. */
        public String diagnostics() {
            return json().path("issue").path(0).path("diagnostics").asText();
        }
    }
}
