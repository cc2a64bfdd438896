package org.plainclaim.server.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.server.authorization.PasAnswer.Kind;

/** Asks payers by HTTPS: FHIR JSON to {@code Claim/$submit} or {@code Claim/$inquire}; PAS wants an answer within fifteen seconds. */
final class HttpPasChannel implements PasChannel {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 10_000_000;
    private final PasEndpoints endpoints;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpPasChannel(PasEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public PasAnswer ask(List<String> payer, PasAct act, byte[] bundle) {
        PasEndpoint endpoint = endpoints.of(payer);
        if (endpoint == null) {
            return PasAnswer.failed(
                    Kind.NO_ADDRESS, "No address of the payer for requests for authorization is known.");
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request(endpoint.of(act), endpoint.secret(), bundle), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return answer(response.statusCode(), body.readNBytes(MOST_BYTES + 1));
            }
        } catch (IOException failure) {
            return PasAnswer.failed(
                    Kind.UNREACHABLE,
                    "The payer could not be reached (" + failure.getClass().getSimpleName() + ").");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return PasAnswer.failed(Kind.UNREACHABLE, "The server was stopped while it asked the payer.");
        }
    }

    private static HttpRequest request(URI address, @Nullable Path secret, byte[] bundle) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json")
                .POST(BodyPublishers.ofByteArray(bundle));
        if (secret != null) {
            // read each time, so that a token can be renewed while the server runs
            request.header("Authorization", "Bearer " + Files.readString(secret).strip());
        }
        return request.build();
    }

    private static PasAnswer answer(int status, byte[] body) {
        if (status >= 500 || status == 408 || status == 429) {
            return PasAnswer.failed(Kind.UNREACHABLE, "The payer answered with HTTP status " + status + ".");
        }
        if (status >= 300) {
            return PasAnswer.failed(
                    Kind.REFUSED, "The payer refused the request with HTTP status " + status + ": " + said(body));
        }
        try {
            if (body.length > MOST_BYTES) {
                return PasAnswer.failed(Kind.REFUSED, "The answer of the payer is longer than is read.");
            }
            return PasAnswer.answered(Json.parse(body));
        } catch (BadInput unreadable) {
            return PasAnswer.failed(Kind.UNREACHABLE, "The answer of the payer is not JSON.");
        }
    }

    /** The codes of an OperationOutcome; its texts may quote the patient. */
    private static String said(byte[] body) {
        try {
            JsonNode outcome = Json.parse(body);
            StringBuilder said = new StringBuilder();
            for (JsonNode issue : outcome.path("issue")) {
                said.append(issue.path("code").asText()).append(' ');
                issue.path("expression")
                        .forEach(path -> said.append(path.asText()).append(' '));
            }
            return said.isEmpty() ? "no reason" : said.toString().strip();
        } catch (BadInput unreadable) {
            return "no reason";
        }
    }
}
