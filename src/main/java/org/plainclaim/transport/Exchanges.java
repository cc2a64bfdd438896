package org.plainclaim.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** HTTP as a partner is spoken to: no redirects, a token, and an end to everything. */
final class Exchanges {
    static final String X12 = "application/EDI-X12";

    private final HttpClient client;
    private final String token;
    private final Limits limits;

    Exchanges(URI address, @Nullable SSLContext trust, String token, Limits limits) throws IOException {
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("https") && !PartnerRow.isLoopback(String.valueOf(address.getHost()))) {
            throw new IOException("only https leaves this machine");
        }
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect());
        this.client =
                trust == null ? builder.build() : builder.sslContext(trust).build();
        this.token = token;
        this.limits = limits;
    }

    static Exchanges of(TradingPartner partner, URI address, Limits limits) throws IOException {
        String token = partner.secret() == null
                ? ""
                : Files.readString(partner.secret(), StandardCharsets.UTF_8).strip();
        return new Exchanges(address, null, token, limits);
    }

    HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(limits.reply());
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Sends a request; what comes back goes to a stream, and stops if there is too much or nothing for too long. */
    HttpResponse<Long> send(HttpRequest.Builder request, OutputStream answer, long largest) throws IOException {
        return send(request, answer, largest, head -> {});
    }

    /** Is told status and headers before the body comes. */
    interface Head {
        void seen(HttpResponse.ResponseInfo head) throws IOException;
    }

    HttpResponse<Long> send(HttpRequest.Builder request, OutputStream answer, long largest, Head listener)
            throws IOException {
        BoundedBody body = new BoundedBody(answer, largest);
        CompletableFuture<HttpResponse<Long>> response = client.sendAsync(request.build(), head -> {
            body.begins(head, listener);
            return body;
        });
        return finished(response, body);
    }

    private HttpResponse<Long> finished(CompletableFuture<HttpResponse<Long>> response, BoundedBody body)
            throws IOException {
        long before = -1;
        while (true) {
            try {
                return response.get(limits.reply().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (body.received() == before) {
                    response.cancel(true);
                    throw new IOException("the partner says nothing any more", e);
                }
                before = body.received();
            } catch (ExecutionException e) {
                throw body.refused() ? new RefusedFileException("the answer is larger than is allowed") : failed(e);
            } catch (InterruptedException e) {
                response.cancel(true);
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the program is ending");
            }
        }
    }

    private static IOException failed(ExecutionException e) {
        return new IOException("the partner can not be reached, or broke off", e.getCause());
    }

    /** What an answer that is no success means: some get better by themselves, others do not. */
    IOException unexpected(int status) {
        return switch (status) {
            case 401, 403 -> new LoginRefusedException("the partner does not accept the token (" + status + ")");
            case 400, 404, 405, 409, 411, 413, 415, 422 -> new RefusedFileException(
                    "the partner does not take it (" + status + ")");
            default -> new IOException("the partner answers with status " + status);
        };
    }
}
