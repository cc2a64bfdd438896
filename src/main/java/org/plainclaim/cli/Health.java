package org.plainclaim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.SettingsException;

/** Asks the server of the same settings whether it is ready: the health check of the container. */
final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int OK = 200;

    private final PrintWriter out;

    Health(PrintWriter out) {
        this.out = out;
    }

    /** 0 if the server says that it is ready, else 1. */
    int ask(Map<String, String> environment) {
        int status = status(environment);
        out.println(status == OK ? "ready" : "not ready");
        out.flush();
        return status == OK ? 0 : 1;
    }

    private static int status(Map<String, String> environment) {
        try {
            ServerSettings settings = ServerSettings.fromEnvironment(environment);
            String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
            URI ready = URI.create("http://" + host + ":" + settings.port() + "/health/ready");
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            HttpRequest request =
                    HttpRequest.newBuilder(ready).timeout(PATIENCE).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | SettingsException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
