package org.plainclaim.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Files by HTTPS: {@code PUT out/<name>} with the name as idempotency key, {@code GET in} for a list, {@code GET in/<name>}
 * for a file, {@code DELETE in/<name>} when it was taken.
 */
final class HttpsChannel implements Channel {
    private static final int LONGEST_LIST = 1 << 20;
    private static final Set<Integer> DONE = Set.of(200, 201, 204);

    private final URI base;
    private final Exchanges exchanges;
    private final Limits limits;
    private final Retrying retrying;

    HttpsChannel(URI base, Exchanges exchanges, Limits limits) {
        this.base = base;
        this.exchanges = exchanges;
        this.limits = limits;
        this.retrying = new Retrying(limits);
    }

    static HttpsChannel of(TradingPartner partner) throws IOException {
        return new HttpsChannel(
                partner.address(), Exchanges.of(partner, partner.address(), Limits.USUAL), Limits.USUAL);
    }

    URI at(String path) {
        return URI.create(base.toString().replaceFirst("/+$", "") + "/" + path.replace(" ", "%20"));
    }

    Exchanges exchanges() {
        return exchanges;
    }

    Limits limits() {
        return limits;
    }

    @Override
    public void put(String name, byte[] file) throws IOException {
        FileNames.writable(name);
        limits.check(name, file.length);
        byte[] digest = HexFormat.of().parseHex(DurableFiles.digest(file));
        String base64 = java.util.Base64.getEncoder().encodeToString(digest);
        retrying.attempt("putting " + name, () -> {
            HttpRequest.Builder request = exchanges
                    .request(at("out/" + name))
                    .header("Content-Type", Exchanges.X12)
                    .header("Idempotency-Key", name)
                    .header("Content-Digest", "sha-256=:" + base64 + ":")
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
            return done(exchanges.send(request, OutputStream.nullOutputStream(), LONGEST_LIST));
        });
    }

    private int done(HttpResponse<Long> response) throws IOException {
        if (!DONE.contains(response.statusCode())) {
            throw exchanges.unexpected(response.statusCode());
        }
        return response.statusCode();
    }

    private List<String> listed() throws IOException {
        return retrying.attempt("listing files", () -> {
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            HttpRequest.Builder request =
                    exchanges.request(at("in")).header("Accept", "text/plain").GET();
            done(exchanges.send(request, list, LONGEST_LIST));
            return Arrays.stream(list.toString(StandardCharsets.UTF_8).split("\r?\n", -1))
                    .filter(line -> !line.isEmpty() && !FileNames.unfinished(line))
                    .distinct()
                    .sorted()
                    .toList();
        });
    }

    @Override
    public List<String> waiting() throws IOException {
        return listed().stream().filter(FileNames::plain).toList();
    }

    @Override
    public List<RefusedFile> refused() throws IOException {
        return listed().stream()
                .filter(name -> !FileNames.plain(name))
                .map(name -> new RefusedFile(FileNames.shown(name), "its name has letters that a name must not have"))
                .toList();
    }

    @Override
    public InputStream open(String name) throws IOException {
        HttpsDownload download = new HttpsDownload(this, FileNames.checked(name));
        try {
            return retrying.attempt("fetching " + name, download::attempt);
        } finally {
            download.close();
        }
    }

    @Override
    public void taken(String name) throws IOException {
        FileNames.checked(name);
        retrying.attempt("taking " + name, () -> {
            HttpRequest.Builder request = exchanges.request(at("in/" + name)).DELETE();
            HttpResponse<Long> response = exchanges.send(request, OutputStream.nullOutputStream(), LONGEST_LIST);
            // gone already: an answer of ours was lost on its way
            boolean gone = response.statusCode() == 404 || response.statusCode() == 410;
            return gone ? response.statusCode() : done(response);
        });
    }

    @Override
    public void close() {
        // connections end by themselves when nobody uses them
    }
}
