package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.metrics.Meters;

/** When there are more requests than places, some wait a little, the others are sent away, and the server stays well. */
final class CrowdTest {
    private static final int PLACES = 12;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Semaphore entered = new Semaphore(0);
    private final HttpClient client = HttpClient.newHttpClient();

    /** Work that lasts until the test lets it end. */
    private final class Slow extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            entered.release();
            try {
                done.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void sendsAwayWhoFindsNoPlace() throws Exception {
        Meters meters = new Meters();
        Server server = new Server(RequestThreads.of(PLACES));
        ServerConnector connector = new ServerConnector(server, 1, 1);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new Slow()), "/fhir/*");
        context.addServlet(new ServletHolder(new MetricsServlet(() -> FreshnessSource.UNKNOWN, meters)), "/metrics");
        context.addFilter(new FilterHolder(new Crowd(PLACES, meters)), "/fhir/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
        try {
            URI base = URI.create("http://127.0.0.1:" + connector.getLocalPort());
            List<CompletableFuture<HttpResponse<String>>> working = new ArrayList<>();
            for (int i = 0; i < PLACES; i++) {
                working.add(get(base.resolve("/fhir/Claim")));
            }
            entered.acquire(PLACES);
            HttpResponse<String> away = get(base.resolve("/fhir/Claim")).join();
            assertEquals(503, away.statusCode());
            assertEquals("1", away.headers().firstValue("Retry-After").orElse(""));
            assertTrue(away.body().contains("transient"), away.body());
            String metrics = get(base.resolve("/metrics")).join().body();
            assertTrue(metrics.contains("http_server_requests_refused_total{reason=\"crowd\"} 1.0"), metrics);
            done.countDown();
            for (CompletableFuture<HttpResponse<String>> one : working) {
                assertEquals(200, one.join().statusCode());
            }
            assertEquals(200, get(base.resolve("/fhir/Claim")).join().statusCode(), "there is room again");
        } finally {
            done.countDown();
            server.stop();
        }
    }

    private CompletableFuture<HttpResponse<String>> get(URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
