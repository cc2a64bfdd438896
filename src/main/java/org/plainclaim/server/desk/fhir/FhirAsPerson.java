package org.plainclaim.server.desk.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/** The FHIR interface of this server, asked over HTTP with the token of one person. */
public final class FhirAsPerson {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FHIR = "application/fhir+json";

    /** Not for this person, or not there. */
    private static final Set<Integer> NOT_SHOWN = Set.of(403, 404, 410);

    private final Loopback loopback;
    private final String token;

    /**
     * The interface for one person.
     *
     * @param token the access token; empty while the server is tried out
     */
    public FhirAsPerson(Loopback loopback, String token) {
        this.loopback = loopback;
        this.token = token;
    }

    /**
     * An answer that is on its way.
     *
     * @param coming what comes
     */
    public record Coming(CompletableFuture<JsonNode> coming) {
        /**
         * The answer.
         *
         * @throws FhirRefusal if there is none
         */
        public JsonNode here() {
            try {
                return coming.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof FhirRefusal refusal) {
                    throw refusal;
                }
                throw new IllegalStateException("the FHIR interface did not answer", failed.getCause());
            }
        }

        /** The answer; empty if it is not for this person or not there. */
        public Optional<JsonNode> ifShown() {
            try {
                return Optional.of(here());
            } catch (FhirRefusal refusal) {
                if (NOT_SHOWN.contains(refusal.status())) {
                    return Optional.empty();
                }
                throw refusal;
            }
        }
    }

    /** The answer to a GET of a path below the FHIR base. */
    public JsonNode get(String path) {
        return ask(path).here();
    }

    /** The answer to a GET; empty if it is not for this person or not there. */
    public Optional<JsonNode> find(String path) {
        return ask(path).ifShown();
    }

    /** Begins a GET; several that do not need each other are begun before the first is awaited. */
    public Coming ask(String path) {
        return send(request(path).GET().build());
    }

    /** Begins a POST that changes nothing, such as of an operation that only answers. */
    public Coming askPost(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", FHIR)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** The answer to a POST. */
    public JsonNode post(String path, JsonNode body) {
        return askPost(path, body).here();
    }

    /** Asks for what is answered later; the answer is where to ask how it gets on. */
    public String begin(String path, JsonNode body) {
        CompletableFuture<String> place = new CompletableFuture<>();
        HttpRequest request = request(path)
                .header("Content-Type", FHIR)
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        new Coming(loopback.client()
                        .sendAsync(request, BodyHandlers.ofByteArray())
                        .thenApply(answer -> {
                            place.complete(answer.headers()
                                    .firstValue("Content-Location")
                                    .orElse(""));
                            return read(answer);
                        }))
                .here();
        return place.getNow("");
    }

    /** Deletes, or cancels, what is at a path. */
    public void delete(String path) {
        send(request(path).DELETE().build()).here();
    }

    /** Replaces a resource, unless somebody else did since it was read. */
    public JsonNode put(JsonNode resource) {
        return send(request(resource.path("resourceType").asText() + "/"
                                + resource.path("id").asText())
                        .header("Content-Type", FHIR)
                        .header(
                                "If-Match",
                                "W/\"" + resource.at("/meta/versionId").asText() + "\"")
                        .PUT(BodyPublishers.ofString(resource.toString()))
                        .build())
                .here();
    }

    private HttpRequest.Builder request(String path) {
        String escaped = path.replace(" ", "%20").replace("|", "%7C").replace("$", "%24");
        URI address = path.isEmpty() ? loopback.base() : URI.create(loopback.base() + "/" + escaped);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", FHIR);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Coming send(HttpRequest request) {
        return new Coming(
                loopback.client().sendAsync(request, BodyHandlers.ofByteArray()).thenApply(FhirAsPerson::read));
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        JsonNode body = parse(answer.body());
        if (answer.statusCode() >= 300) {
            throw new FhirRefusal(answer.statusCode(), body);
        }
        return body;
    }

    private static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.parse(body);
        } catch (BadInput notJson) {
            return MissingNode.getInstance();
        }
    }
}
