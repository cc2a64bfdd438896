package org.plainclaim.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.RunningServer;

/** The door of the workbench, without a browser. */
final class DeskPagesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/org/plainclaim/server/desk/templates");
    private static final Pattern SAID = Pattern.compile("say\\('([^']+)'\\s*[,)]");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(RunningServer.H2.server().baseUri().resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void firstPageIsHtmlThatRunsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = send(at("/"));
        assertEquals(200, page.statusCode());
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'self'") && !policy.contains("unsafe"), policy);
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(page.body().contains("<main id=\"main\""));
        assertFalse(page.body().matches("(?s).*(https?:)?//(?!www.w3.org).*(js|css).*"), "loads from elsewhere");
    }

    @Test
    void assetsAreKeptByBrowsersUntilTheirBytesChange() throws Exception {
        String page = send(at("/")).body();
        var sheet = Pattern.compile("/assets/desk.css\\?v=\\w+").matcher(page);
        assertTrue(sheet.find());
        HttpResponse<String> asset = send(at(sheet.group()));
        assertEquals(200, asset.statusCode());
        assertTrue(asset.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertEquals(404, send(at("/assets/../messages.properties")).statusCode());
        assertEquals(404, send(at("/assets/no.js")).statusCode());
    }

    @Test
    void formsOfOtherSitesAreRefused() throws Exception {
        for (String origin : List.of("https://evil.example", "null", "http://localhost.evil.example")) {
            HttpResponse<String> answer =
                    send(at("/desk/sessions").header("Origin", origin).POST(BodyPublishers.ofString("a=b")));
            assertEquals(403, answer.statusCode(), origin);
        }
        assertEquals(
                403, send(at("/desk/sessions").POST(BodyPublishers.noBody())).statusCode());
        URI base = RunningServer.H2.server().baseUri();
        String own = base.getScheme() + "://" + base.getAuthority();
        assertEquals(
                404,
                send(at("/desk/none").header("Origin", own).POST(BodyPublishers.noBody()))
                        .statusCode());
    }

    @Test
    void whatIsNotThereIsSaidInPlainWords() throws Exception {
        HttpResponse<String> page = send(at("/desk/nothing/here"));
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("There is no such page"));
    }

    @Test
    void everyWordThatTemplatesSayIsInTheBundle() throws Exception {
        Words words = Words.in(Locale.US);
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            List<String> missing = files.flatMap(DeskPagesTest::said)
                    .distinct()
                    .filter(key -> !words.has(key))
                    .toList();
            assertEquals(List.of(), missing);
        }
    }

    private static Stream<String> said(Path template) {
        try {
            return SAID.matcher(Files.readString(template)).results().map(found -> found.group(1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void noTemplateHasStyleOrScriptInIt() throws Exception {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            List<String> bad = files.filter(file -> {
                        try {
                            return Pattern.compile("\\sstyle=|<style|\\son[a-z]+=|<script(?![^>]*src=)|\\|\\s*raw")
                                    .matcher(Files.readString(file))
                                    .find();
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    })
                    .map(Path::toString)
                    .toList();
            assertEquals(List.of(), bad);
        }
    }
}
