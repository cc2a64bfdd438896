package org.plainclaim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/** Posts and gets FHIR JSON. */
final class FhirClient {
    private final URI base;
    private final Token token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FhirClient(URI base, Token token) {
        this.base = base;
        this.token = token;
    }

    /**
     * The answer to a POST.
     *
     * @throws IllegalStateException if the server refuses
     */
    JsonNode post(String path, String body) {
        String url = path.isEmpty() ? base.toString() : base + "/" + path;
        return send(token.on(HttpRequest.newBuilder(URI.create(url)))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /**
     * The answer to a GET.
     *
     * @throws IllegalStateException if the server refuses
     */
    JsonNode get(String path) {
        return send(token.on(HttpRequest.newBuilder(URI.create(base + "/" + path)))
                .header("Accept", "application/fhir+json")
                .build());
    }

    private JsonNode send(HttpRequest request) {
        String asked = request.method() + " " + request.uri();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        asked + " was answered with " + answer.statusCode() + why(answer.body()));
            }
            return Json.parse(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (BadInput e) {
            throw new IllegalStateException(asked + " was not answered in JSON", e);
        }
    }

    /** What the server says of it. */
    private static String why(byte[] body) {
        try {
            JsonNode issue = Json.parse(body).at("/issue/0");
            String words =
                    issue.path("diagnostics").asText(issue.at("/details/text").asText());
            return words.isEmpty() ? "" : ": " + words;
        } catch (BadInput noOutcome) {
            return "";
        }
    }
}
